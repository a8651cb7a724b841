namespace TrainingHub.Recognitions;

/// <summary>What outside training can stand for.</summary>
/// <param name="Programmes">Of the reader's units and those above, that do not refuse it.</param>
/// <param name="Courses">Slug and title in the reader's language.</param>
public sealed record OutsideChoices(IReadOnlyList<OutsideChoices.Programme> Programmes, IReadOnlyList<(string Slug, string Title)> Courses)
{
    /// <param name="From">First day of the cycle (included).</param>
    /// <param name="Until">Last day of the cycle (included).</param>
    public sealed record Programme(Guid Id, string Slug, string Name, string NameEn, DateOnly From, DateOnly Until);
}
