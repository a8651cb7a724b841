namespace TrainingHub.Practice;

/// <summary>Which mistakes are shown, as it stands in the address.</summary>
public sealed record MistakesFilter
{
    /// <summary>Slug of one course, or <see cref="PracticeSource.BankKey"/>.</summary>
    public string? Course { get; init; }

    /// <summary>A standard or a clause, as in <see cref="PracticeFilter.On"/>.</summary>
    public string? On { get; init; }

    public int Page { get; init; } = 1;

    public bool IsSearch => !string.IsNullOrEmpty(Course) || !string.IsNullOrEmpty(On);

    /// <summary>Practising what is shown.</summary>
    public PracticeFilter AsPractice => new() { Course = Course, On = On, Mistakes = true };
}
