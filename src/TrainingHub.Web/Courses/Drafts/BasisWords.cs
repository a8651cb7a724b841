using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Courses.Drafts;

/// <summary>A basis as its author wrote it, on one line.</summary>
internal static class BasisWords
{
    public static string Of(Basis basis) => basis switch
    {
        Basis.OfClause clause => $"{clause.StandardSlug}（{clause.Edition}）{clause.ClauseNumber}",
        Basis.OfStatement said => $"{said.StandardSlug}（{said.Edition}）：{said.Statement}",
        Basis.OfDocument document => $"{document.Document}：{document.Statement}",
        _ => throw new UnreachableException(),
    };
}
