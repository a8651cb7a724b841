using System.Globalization;

namespace TrainingHub.Practice;

/// <summary>Which questions are practised, as it stands in the address. Without anything: at random.</summary>
public sealed record PracticeFilter
{
    /// <summary>Slug of one course, or <see cref="PracticeSource.BankKey"/>.</summary>
    public string? Course { get; init; }

    /// <summary>Slug of a standard, or <c>slug:number</c> of one of its clauses, in whatever edition.</summary>
    public string? On { get; init; }

    /// <summary>1 (easy) to 3 (hard).</summary>
    public int? Difficulty { get; init; }

    /// <summary>Only what was answered wrongly and is not mastered yet.</summary>
    public bool Mistakes { get; init; }

    /// <summary>Whether the question was asked as 每日一练.</summary>
    public bool Daily { get; init; }

    /// <summary>The question answered last, <c>course/id</c>: another one follows it.</summary>
    public string? After { get; init; }

    /// <summary>Whether a question on these clauses is meant.</summary>
    public static bool IsOn(string? on, IEnumerable<Standards.ClauseName> clauses) => string.IsNullOrEmpty(on)
        || clauses.Any(clause => string.Equals(on, clause.Edition.Slug, StringComparison.Ordinal) || string.Equals(on, KeyOf(clause), StringComparison.Ordinal));

    /// <summary>A clause as <see cref="On"/> names it.</summary>
    public static string KeyOf(Standards.ClauseName clause) => $"{clause.Edition.Slug}:{clause.Number}";

    public bool Matches(PracticeQuestion one) =>
        (string.IsNullOrEmpty(Course) || string.Equals(Course, one.Source.Key, StringComparison.Ordinal))
        && IsOn(On, one.Clauses)
        && (Difficulty is null || Difficulty == one.Question.Difficulty)
        && (!Mistakes || one.Mistake is { IsMastered: false });

    /// <summary>What stands behind the question mark of an address that goes on with this choice; empty when nothing was chosen.</summary>
    public string Query(string? after = null) => QueryString.Create(
        new (string Key, string? Value)[]
        {
            ("course", Course), ("on", On), ("difficulty", Difficulty?.ToString(CultureInfo.InvariantCulture)),
            ("mistakes", Mistakes ? "true" : null), ("daily", Daily ? "true" : null), ("after", after),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).ToUriComponent();
}
