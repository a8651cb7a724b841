using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Finds who is meant by a row: by staff number, else by phone and name, else by the same name in the same unit, which a person confirms.</summary>
internal sealed class PersonIndex(IReadOnlyCollection<KnownPerson> people)
{
    private readonly ILookup<string, KnownPerson> _byStaffNumber = people.Where(person => person.StaffNumber is not null)
        .ToLookup(person => Key(person.StaffNumber ?? ""), StringComparer.Ordinal);

    private readonly ILookup<string, KnownPerson> _byPhoneAndName = people.Where(person => person.Phone is not null)
        .ToLookup(person => $"{person.Phone} {person.FoldedName}", StringComparer.Ordinal);

    private readonly ILookup<string, KnownPerson> _byName = people
        .Where(person => person.Posts.Any(post => post.Place is PostPlace.Spoken or PostPlace.Reached))
        .ToLookup(person => person.FoldedName, StringComparer.Ordinal);

    private readonly ILookup<string, KnownPerson> _byPhone = people.Where(person => person.Phone is not null)
        .ToLookup(person => person.Phone ?? "", StringComparer.Ordinal);

    public static string Key(string staffNumber) => staffNumber.ToUpperInvariant();

    public KnownPerson? OfStaffNumber(string? number) => number is null ? null : _byStaffNumber[Key(number)].FirstOrDefault();

    /// <summary>Whoever has phone and name; null when nobody or several.</summary>
    public KnownPerson? OfPhoneAndName(string? phone, string foldedName) =>
        phone is null ? null : _byPhoneAndName[$"{phone} {foldedName}"].Take(2).ToList() is [var only] ? only : null;

    /// <summary>Everybody of that name in the units within the importer's reach.</summary>
    public IEnumerable<KnownPerson> OfName(string foldedName) => _byName[foldedName];

    /// <summary>Everybody a row may mean, however faulty it is: none of them counts as absent.</summary>
    public IEnumerable<KnownPerson> Mentioned(RosterRow row)
    {
        if (OfStaffNumber(row.StaffNumber) is { } numbered)
        {
            yield return numbered;
        }

        if (row.Phone is not null)
        {
            foreach (var person in _byPhone[row.Phone])
            {
                yield return person;
            }
        }

        foreach (var person in _byName[NameFolding.Fold(row.Name)])
        {
            yield return person;
        }
    }
}
