namespace TrainingHub.Programmes;

/// <summary>What a preset sets and what it needs.</summary>
public sealed record PresetTerms
{
    public required PolicyPreset Preset { get; init; }

    /// <summary>Begins the addresses of its targets.</summary>
    public required string Series { get; init; }

    /// <summary>Of each of its targets.</summary>
    public required string Name { get; init; }
    public required string NameEn { get; init; }

    /// <summary>By year.</summary>
    public required IReadOnlyList<PresetYear> Years { get; init; }

    /// <summary>Documents that have to be known; empty when the policy names none.</summary>
    public IReadOnlyList<PresetDocument> Documents { get; init; } = [];

    /// <summary>Words by which a programme or target that somebody sets by hand is recognized as this one, whatever marks stand between them; null: by none.</summary>
    public string? NameWords { get; init; }

    /// <summary>Whether a programme of this name carries it out.</summary>
    public bool IsNamed(string? name) => NameWords is { } words && name is not null && PresetDocument.Bare(name).Contains(words, StringComparison.Ordinal);

    /// <summary>Whether a target that somebody sets by hand is one of these: it says so by name or source, or asks the same people to learn in the same days.</summary>
    public bool IsSetBy(TargetDraft draft) =>
        IsNamed(draft.Name) || IsNamed(draft.Source)
        || Years.Any(year => (draft.Positions & year.Positions) == year.Positions && year.From <= draft.WindowFrom && draft.WindowUntil <= year.Until);

    /// <summary>Whether every target can count something within a programme's cycle.</summary>
    /// <param name="cycleFrom">First day of the cycle (included).</param>
    /// <param name="cycleUntil">Last day of the cycle (included).</param>
    public bool FitsCycle(DateOnly cycleFrom, DateOnly cycleUntil) => Years.All(year => year.From <= cycleUntil && cycleFrom <= year.Until);

    /// <summary>The documents that keep the preset from being set: without text, or not asked about.</summary>
    public IEnumerable<(PresetDocument Document, PresetDocumentState State)> Obstacles(IReadOnlyCollection<KnownDocument> known, IReadOnlySet<string> examined) =>
        Documents.Select(document => (Document: document, State: document.StateOf(known, examined))).Where(one => one.State is not PresetDocumentState.Examined);
}
