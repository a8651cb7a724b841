using System.ComponentModel.DataAnnotations;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>The form of an edition that a unit enters.</summary>
public sealed record DraftInput
{
    /// <summary>Code or full name of the unit; asked for a new document only.</summary>
    [StringLength(200, ErrorMessage = "TooLong")]
    public string? Unit { get; init => field = Plain(value); }

    [Required(ErrorMessage = "Required_Title"), StringLength(120, ErrorMessage = "TooLong_Title")]
    public string Title { get; init => field = Plain(value); } = "";

    [Required(ErrorMessage = "Required_Number"), StringLength(60, ErrorMessage = "TooLong")]
    public string Number { get; init => field = Plain(value); } = "";

    [Required(ErrorMessage = "Required_Issuer"), StringLength(120, ErrorMessage = "TooLong_Title")]
    public string Issuer { get; init => field = Plain(value); } = "";

    [Required(ErrorMessage = "Required_Edition"), StringLength(20, ErrorMessage = "TooLong_Edition")]
    public string Edition { get; init => field = Plain(value); } = "";

    [Required(ErrorMessage = "Required_Issued")]
    public DateOnly? Issued { get; init; }

    public DateOnly? InForceFrom { get; init; }

    public DateOnly? InForceUntil { get; init; }

    public StandardKind Kind { get; init; } = StandardKind.Post;

    public EditionReaders Readers { get; init; } = EditionReaders.OwnPeople;

    /// <summary>All clauses as one text.</summary>
    [StringLength(150_000, ErrorMessage = "TooLong_Clauses")]
    public string? Clauses { get; init => field = value?.Replace("\0", "", StringComparison.Ordinal); }

    /// <summary>Which state of the draft the form shows.</summary>
    public Guid? Stamp { get; init; }

    /// <summary>Keys of what is wrong beyond the shape, by field.</summary>
    internal IEnumerable<(string Field, string Key)> Faults()
    {
        foreach (var (field, day) in new[] { (nameof(Issued), Issued), (nameof(InForceFrom), InForceFrom), (nameof(InForceUntil), InForceUntil) })
        {
            if (day < Day.Beginning || day?.Year > 2200)
            {
                yield return (field, "Bad_Day");
            }
        }

        if (Kind is not (StandardKind.Local or StandardKind.Post) || !Enum.IsDefined(Readers))
        {
            yield return (nameof(Kind), "Fault_KindNotOwn");
        }
    }

    /// <summary>The edition as far as it is written.</summary>
    internal StandardEdition EditionOf(string slug, EditionName? replaces, IReadOnlyList<Clause> clauses) => new()
    {
        Slug = slug,
        Title = Title,
        Edition = Edition,
        Number = Number,
        Issuer = Issuer,
        Issued = Issued ?? default,
        InForceFrom = InForceFrom,
        InForceUntil = InForceUntil,
        Kind = Kind,
        Replaces = replaces,
        Status = EditionStatus.InForce,
        Clauses = clauses,
    };

    internal static DraftInput Of(StandardEdition edition, EditionReaders readers, Guid stamp) => new()
    {
        Title = edition.Title,
        Number = edition.Number,
        Issuer = edition.Issuer,
        Edition = edition.Edition,
        Issued = edition.Issued,
        InForceFrom = edition.InForceFrom,
        InForceUntil = edition.InForceUntil,
        Kind = edition.Kind,
        Readers = readers,
        Clauses = ClauseText.Write(edition.Clauses),
        Stamp = stamp,
    };

    // One line, and nothing that a database would refuse.
    private static string Plain(string? value) => string.Concat((value ?? "").Where(character => !char.IsControl(character))).Trim();
}
