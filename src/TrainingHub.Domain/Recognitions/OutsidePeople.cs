using TrainingHub.Organizations;

namespace TrainingHub.Recognitions;

/// <summary>Finds whom a row of a sheet means, among those who may be entered. Never guesses: two who fit are refused.</summary>
public sealed class OutsidePeople(IEnumerable<OutsidePeople.Known> people)
{
    private readonly ILookup<string, Known> _byName = people.ToLookup(person => NameFolding.Fold(person.Name), StringComparer.Ordinal);

    /// <param name="PersonId">Who.</param>
    /// <param name="UnitId">The unit for which they are entered.</param>
    /// <param name="StaffNumber">Null: unknown.</param>
    /// <param name="Phone">Eleven digits; null: unknown.</param>
    /// <param name="Unit">Name of the unit.</param>
    public sealed record Known(Guid PersonId, string Name, string? StaffNumber, string? Phone, Guid UnitId, string Unit);

    /// <summary>Whoever has the name and agrees with whatever else the row says: staff number, phone, unit.</summary>
    public (Known? Person, OutsideFault Fault) Find(OutsideRow row)
    {
        var (phone, unit) = (string.Concat(row.Phone.Where(char.IsAsciiDigit)), NameFolding.Fold(row.Unit));
        var fits = _byName[NameFolding.Fold(row.Name)]
            .Where(person => row.StaffNumber.Length == 0 || person.StaffNumber is null || string.Equals(person.StaffNumber, row.StaffNumber, StringComparison.OrdinalIgnoreCase))
            .Where(person => phone.Length == 0 || person.Phone is null || string.Equals(person.Phone, phone, StringComparison.Ordinal))
            .Where(person => unit.Length == 0 || string.Equals(NameFolding.Fold(person.Unit), unit, StringComparison.Ordinal))
            .DistinctBy(person => person.PersonId).Take(2).ToList();
        return fits.Count switch
        {
            0 => (null, OutsideFault.PersonUnknown),
            1 => (fits[0], OutsideFault.None),
            _ => (null, OutsideFault.PersonAmbiguous),
        };
    }
}
