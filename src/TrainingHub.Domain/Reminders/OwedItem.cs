namespace TrainingHub.Reminders;

/// <summary>Something that one person owes.</summary>
/// <param name="SubjectId">Programme, quiz or session. Several targets that ask for the same are one thing, though in different programmes, and so are all posts that wait to be declared.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="NameEn">In English.</param>
/// <param name="Deadline">Last day on which it can be done (included).</param>
public sealed record OwedItem(Guid SubjectId, string Name, string NameEn, DateOnly Deadline)
{
    public OwedKind Kind { get; init; } = OwedKind.Programme;

    /// <summary>Each thing once, with its earliest deadline; the nearest first.</summary>
    public static IReadOnlyList<OwedItem> Merge(IEnumerable<OwedItem> items) =>
        [.. items.GroupBy(item => item.SubjectId).Select(same => same.MinBy(item => item.Deadline)!).OrderBy(item => item.Deadline).ThenBy(item => item.SubjectId)];
}
