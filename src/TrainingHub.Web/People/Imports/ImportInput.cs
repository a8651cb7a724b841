using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People.Imports;

public sealed record ImportInput
{
    public IFormFile? File { get; init; }

    /// <summary>Full name or code of the unit.</summary>
    [Required(ErrorMessage = "Required_Unit"), StringLength(120)]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Further units, one a line.</summary>
    [StringLength(20_000)]
    public string MoreUnits { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>What was typed, without blanks and repetitions; the first unit first.</summary>
    public IReadOnlyList<string> AllUnits =>
        [.. new[] { Unit }.Concat(MoreUnits.Split('\n')).Select(unit => unit.Trim()).Where(unit => unit.Length > 0).Distinct(StringComparer.Ordinal)];

    public bool IncludesBelow { get; init; } = true;

    [Required(ErrorMessage = "Required_EffectiveDay")]
    public DateOnly? EffectiveDay { get; init; }

    /// <summary>Blank: the effective day.</summary>
    public DateOnly? PresumedStart { get; init; }

    /// <summary>What headings mean that the file's reader does not know.</summary>
    public HeadingInput[]? Headings { get; init; }

    /// <summary>What was said of them, each heading once.</summary>
    internal IReadOnlyList<HeadingInput> Said =>
        [.. (Headings ?? []).Where(one => one.Heading.Length is > 0 and <= RosterHeading.LongestHeading && Enum.IsDefined(one.Column) && one.Column is not RosterColumn.None).DistinctBy(one => RosterHeader.Fold(one.Heading), StringComparer.Ordinal)];

    public ImportMode Mode { get; init; } = ImportMode.Incremental;
}
