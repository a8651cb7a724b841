using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;

namespace TrainingHub.Programmes;

/// <summary>What a programme asks for, in words.</summary>
public sealed class PartWords(IStringLocalizer<ProgrammesText> text)
{
    public string Of(ProgrammePart part, IReadOnlyDictionary<string, string> titles) => part.Kind switch
    {
        ProgrammePartKind.Quiz when part.CourseSlug.Length > 0 => text["Part_Course", titles.GetValueOrDefault(part.CourseSlug, part.CourseSlug)],
        ProgrammePartKind.Quiz => text["Part_Quiz", titles.GetValueOrDefault(part.QuizSlug, part.QuizSlug)],
        ProgrammePartKind.Hours when part.Domain is ExpertDomain.None => text["Part_Hours", part.Minutes.AsCreditHours()],
        ProgrammePartKind.Hours => text["Part_HoursOf", text[$"Domain_{part.Domain}"], part.Minutes.AsCreditHours()],
        ProgrammePartKind.Assessment => text["Part_Assessment", part.Title],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>All parts in one sentence.</summary>
    public string Of(ProgrammeTerms terms, IReadOnlyDictionary<string, string> titles) => string.Join(text["Part_And"], terms.Parts.Select(part => Of(part, titles)));
}
