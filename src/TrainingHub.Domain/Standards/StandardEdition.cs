namespace TrainingHub.Standards;

/// <summary>标准的一个版本: one dated edition of a published document. Slug and edition together are unique.</summary>
public sealed record StandardEdition
{
    /// <summary>The document, whatever its edition: <c>major-hazards-guideline</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Full title without the book marks 《》.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the edition, commonly its year: <c>2024</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>Document number (文号) as published.</summary>
    public required string Number { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Day of issue; null when it is not known. An edition in force has one.</summary>
    public required DateOnly? Issued { get; init; }

    /// <summary>First day on which it holds (included); null when it is not known or is the day of issue.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>Last day on which it holds (included); null while no end is known.</summary>
    public DateOnly? InForceUntil { get; init; }

    /// <summary>What kind of document it is.</summary>
    public StandardKind Kind { get; init; }

    /// <summary>
    /// The edition in whose place it stands. It may be of another document: a law that takes over from a regulation. Null for a first edition.
    /// </summary>
    public EditionName? Replaces { get; init; }

    public required EditionStatus Status { get; init; }

    /// <summary>In the order of the document; only those that were entered, not necessarily all.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    public EditionName Name => new(Slug, Edition);

    /// <summary>The day from which it counts (included): the first on which it holds, else that of issue, else the beginning of time, for an edition whose days are not known was there before.</summary>
    public DateOnly FirstDay() => InForceFrom ?? Issued ?? DateOnly.MinValue;

    /// <summary>The clause with exactly this number; null when it was not entered.</summary>
    public Clause? FindClause(string number) =>
        Clauses.FirstOrDefault(clause => string.Equals(clause.Number, number, StringComparison.Ordinal));
}
