using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TrainingHub.Quizzes;

namespace TrainingHub.Contests.Open;

/// <summary>
/// Everything that the ranking of an open contest is made from, with numbers in place of people: how many staff each unit has, and the attempts of who took
/// part. Who did not is in no line. <see cref="Replay"/> computes the ranking again, and the digest says what it was.
/// </summary>
/// <param name="Terms">As agreed.</param>
/// <param name="Counts">Which attempt of a person counts.</param>
/// <param name="Units">Numbered by their places, from 1.</param>
/// <param name="Sittings">Attempts that were handed in by who may take part.</param>
/// <param name="Digest">Of the ranking that was told: lowercase hexadecimal SHA-256.</param>
public sealed record OpenLog(OpenTerms Terms, CountingAttempt Counts, IReadOnlyList<OpenLog.Unit> Units, IReadOnlyList<OpenLog.Sitting> Sittings, string Digest)
{
    private const short PersonKind = 1;
    private const short UnitKind = 2;
    private const short OtherKind = 3;

    /// <param name="terms">As agreed.</param>
    /// <param name="counts">Which attempt of a person counts.</param>
    /// <param name="audience">Everybody who may take part, each once.</param>
    /// <param name="schools">Which of their units are ranked as schools.</param>
    /// <param name="sittings">Attempts; those of people who may not take part are left out.</param>
    /// <param name="told">The ranking that was made of them.</param>
    public static OpenLog Of(OpenTerms terms, CountingAttempt counts, IReadOnlyCollection<ContestPlace> audience, IReadOnlySet<Guid> schools, IReadOnlyCollection<ContestSitting> sittings, OpenRanking told)
    {
        var unitOf = audience.ToDictionary(one => one.PersonId, one => one.UnitId);
        List<Unit> units = [.. audience.GroupBy(one => one.UnitId).OrderBy(unit => unit.Key).Select(unit => new Unit(unit.Key, unit.Count(), schools.Contains(unit.Key)))];
        var unitNumbers = units.Index().ToDictionary(unit => unit.Item.Id, unit => unit.Index + 1);
        List<ContestSitting> own = [.. sittings.Where(one => unitOf.ContainsKey(one.PersonId)).OrderBy(one => one.PersonId).ThenBy(one => one.Number)];
        var people = own.Select(one => one.PersonId).Distinct().Index().ToDictionary(person => person.Item, person => person.Index + 1);
        return new OpenLog(
            terms, counts, units,
            [.. own.Select(one => new Sitting(people[one.PersonId], unitNumbers[unitOf[one.PersonId]], one.Number, one.Points, one.StartedAt, one.SubmittedAt, one.IsGraded))],
            DigestOf(told, person => people.GetValueOrDefault(person), unit => unitNumbers.GetValueOrDefault(unit)));
    }

    /// <summary>The ranking, computed from nothing but this: its ids are made of the numbers.</summary>
    public OpenRanking Replay()
    {
        var people = Sittings.Select(one => (one.Person, one.Unit)).Distinct().ToList();
        var taken = people.CountBy(one => one.Unit).ToDictionary();
        // Who did not take part counts for the staff of the unit, and has no number.
        var others = Units.Index().SelectMany(unit => Enumerable.Range(1, Math.Max(0, unit.Item.Staff - taken.GetValueOrDefault(unit.Index + 1))).Select(at => new ContestPlace(IdOf(OtherKind, unit.Index + 1, at), IdOf(UnitKind, unit.Index + 1))));
        return OpenRanking.Of(
            Terms, Counts, [.. people.Select(one => new ContestPlace(IdOf(PersonKind, one.Person), IdOf(UnitKind, one.Unit))), .. others],
            Units.Index().Where(unit => unit.Item.IsSchool).Select(unit => IdOf(UnitKind, unit.Index + 1)).ToHashSet(),
            Sittings.Select(one => new ContestSitting(IdOf(PersonKind, one.Person), one.Number, one.Points, one.StartedAt, one.SubmittedAt, one.IsGraded)));
    }

    /// <summary>Whether the ranking computed again is the one that was told.</summary>
    public bool IsProven(OpenRanking replayed) => string.Equals(DigestOf(replayed, NumberOf, NumberOf), Digest, StringComparison.Ordinal);

    /// <summary>Of an id that <see cref="Replay"/> made.</summary>
    public static int NumberOf(Guid id) => BitConverter.ToInt32(id.ToByteArray(), 0);

    private static Guid IdOf(short kind, int number, int at = 0) => new(number, kind, 0, BitConverter.GetBytes((long)at));

    /// <summary>Over every line in the order of the numbers: how the lines of equals are put in order plays no part.</summary>
    private static string DigestOf(OpenRanking ranking, Func<Guid, int> person, Func<Guid, int> unit)
    {
        var text = new StringBuilder("open ranking 1\n");
        foreach (var (number, line) in ranking.People.Select(line => (person(line.PersonId), line)).OrderBy(one => one.Item1))
        {
            text.Append(CultureInfo.InvariantCulture, $"person {number} {unit(line.UnitId)} {line.Points} {line.Seconds} {line.Rank} {line.UnitRank}\n");
        }

        foreach (var group in ranking.Groups.OrderBy(group => group.Number))
        {
            foreach (var (number, line) in group.Schools.Select(line => (unit(line.UnitId), line)).OrderBy(one => one.Item1))
            {
                text.Append(CultureInfo.InvariantCulture, $"school {group.Number} {group.BestCount} {number} {line.Staff} {line.Taken} {line.BestPoints} {line.Rank}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <param name="Id">In this database.</param>
    /// <param name="Staff">How many of it may take part.</param>
    /// <param name="IsSchool">Whether it is ranked as a school.</param>
    public sealed record Unit(Guid Id, int Staff, bool IsSchool);

    /// <param name="Person">From 1.</param>
    /// <param name="Unit">From 1.</param>
    /// <param name="Number">Of the attempt, from 1.</param>
    /// <param name="Points">Whole points.</param>
    /// <param name="StartedAt">The server's time, UTC.</param>
    /// <param name="SubmittedAt">The server's time, UTC.</param>
    /// <param name="IsGraded">Whether nothing of it has still to be marked.</param>
    public sealed record Sitting(int Person, int Unit, int Number, int Points, DateTime StartedAt, DateTime SubmittedAt, bool IsGraded);
}
