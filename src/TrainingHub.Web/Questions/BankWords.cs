using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Tags and knowledge points as rows.</summary>
internal static class BankWords
{
    /// <summary>One row for each name, trimmed; empty ones and repetitions are left out.</summary>
    public static IEnumerable<BankTag> TagsOf(Guid questionId, BankTagKind kind, IEnumerable<string> names) =>
        Clean(names).Select(name => new BankTag { BankQuestionId = questionId, Kind = kind, Name = name });

    /// <summary>A row for each clause beside the basis itself.</summary>
    public static IEnumerable<BankClause> ClausesOf(Guid questionId, QuestionVersion version) =>
        version.Key.MoreClauses.Distinct().Select(clause => new BankClause { BankQuestionId = questionId, StandardSlug = clause.StandardSlug, Edition = clause.Edition, ClauseNumber = clause.ClauseNumber });

    extension(Db db)
    {
        /// <summary>Puts the clauses that a version rests on beside its basis in the place of those that are kept; the caller saves.</summary>
        public void ReplaceClauses(List<BankClause> before, Guid questionId, QuestionVersion version)
        {
            var after = ClausesOf(questionId, version).ToList();
            db.RemoveRange(before.Where(clause => !after.Exists(other => IsSame(clause, other))));
            db.AddRange(after.Where(clause => !before.Exists(other => IsSame(clause, other))));
        }
    }

    private static bool IsSame(BankClause one, BankClause other) =>
        (one.StandardSlug, one.Edition, one.ClauseNumber) == (other.StandardSlug, other.Edition, other.ClauseNumber);

    /// <summary>What was typed on one line, without white space around it and without what cannot be seen: PostgreSQL takes no text with a zero character.</summary>
    public static string Line(string? typed) => string.Concat((typed ?? "").Where(letter => !char.IsControl(letter))).Trim();

    /// <summary>Names as they are typed in one field: by commas, semicolons, enumeration commas or line ends.</summary>
    public static IReadOnlyList<string> Split(string? typed) => Clean((typed ?? "").Split([',', '，', ';', '；', '、', '\n', '\r']));

    private static IReadOnlyList<string> Clean(IEnumerable<string> names) =>
        [.. names.Select(Line).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
}
