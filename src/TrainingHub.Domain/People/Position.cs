namespace TrainingHub.People;

/// <summary>An entry of the catalogue of posts (岗位目录), shipped or added by a bureau. Its place in the common core is a dated fact, <see cref="PositionMapping"/>.</summary>
public sealed class Position
{
    public required Guid Id { get; init; }

    /// <summary>Unique, camel case, as course files name their audience: <c>principal</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Other spellings that rosters use, folded and separated by line feeds; searched by the roster import.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>The bureau that keeps the entry; null for those that are shipped.</summary>
    public Guid? OrganizationId { get; init; }

    public int SortOrder { get; set; }
}
