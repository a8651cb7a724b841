namespace TrainingHub.People.Imports;

/// <summary>A person on the roster who may be meant by a row.</summary>
public sealed record KnownPerson(Guid Id, string Name, string FoldedName, string? StaffNumber, string? Phone, IReadOnlyList<KnownPost> Posts)
{
    /// <summary>Leave after which the person comes back.</summary>
    public IReadOnlyList<LeaveDays> Leaves { get; init; } = [];
}
