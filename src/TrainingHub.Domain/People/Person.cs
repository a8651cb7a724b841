namespace TrainingHub.People;

/// <summary>A human on the roster. Never a pupil below college. No identity-card number, not even its tail.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary><see cref="Name"/> folded for search and matching (see <see cref="Organizations.NameFolding"/>).</summary>
    public required string NormalizedName { get; set; }

    /// <summary>工号; unique where present.</summary>
    public string? StaffNumber { get; set; }

    /// <summary>Mobile phone, eleven digits; masked outside its use. Null when unknown.</summary>
    public string? Phone { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When the name was overwritten at the person's wish or past the keeping time, UTC; null otherwise. Lists then print 「已匿名」.</summary>
    public DateTime? AnonymizedAt { get; set; }
}
