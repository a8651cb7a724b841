namespace TrainingHub.Programmes;

/// <summary>培训项目: what is owed over a cycle, by whomever a target names. Its rule is a dated fact, <see cref="ProgrammeRule"/>.</summary>
public sealed class Programme
{
    public required Guid Id { get; init; }

    /// <summary>Unique; part of addresses.</summary>
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }

    /// <summary>制定单位: the organization that set it and issues its certificates.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The policy document that it carries out, whose documents it has to ask about; null: none that the system knows.</summary>
    public PolicyPreset? Policy { get; set; }
    public required DateTime CreatedAt { get; init; }
}
