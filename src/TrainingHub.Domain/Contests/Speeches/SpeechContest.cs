using System.Globalization;
using TrainingHub.Contests.Awards;

namespace TrainingHub.Contests.Speeches;

/// <summary>演讲比赛: speeches are entered, judges score them each on a sheet of their own, and when it is closed ranking and comments are told.</summary>
public sealed class SpeechContest
{
    public required Guid Id { get; init; }

    /// <summary>Eight capitals and digits; part of addresses.</summary>
    public required string Code { get; init; }

    /// <summary>The unit that holds it; its people and those of everything below may enter.</summary>
    public required Guid OrganizationId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public string Title { get; private set; } = "";
    public string Theme { get; private set; } = "";
    public DateOnly EntriesUntil { get; private set; }

    /// <summary>One a line: weight, a blank, name.</summary>
    public string Criteria { get; private set; } = "";
    public int DropFrom { get; private set; }
    public bool ExcludesOwnUnit { get; private set; }
    public int FirstPrizes { get; private set; }
    public int SecondPrizes { get; private set; }
    public int ThirdPrizes { get; private set; }
    public SpeechStanding Standing { get; private set; }

    /// <summary>UTC; null while it is not closed.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Concurrency token; counts changes.</summary>
    public int Version { get; private set; }

    public SpeechTerms Terms => new()
    {
        Title = Title,
        Theme = Theme,
        EntriesUntil = EntriesUntil,
        Criteria = [.. Criteria.Split('\n').Select(line => line.Split(' ', 2)).Select(parts => new SpeechCriterion(parts[1], int.Parse(parts[0], CultureInfo.InvariantCulture)))],
        DropFrom = DropFrom,
        ExcludesOwnUnit = ExcludesOwnUnit,
        Prizes = new PrizeCounts(FirstPrizes, SecondPrizes, ThirdPrizes),
    };

    /// <summary>Whether speeches are entered and changed on this day.</summary>
    public bool TakesEntriesOn(DateOnly day) => Standing is SpeechStanding.Running && day <= EntriesUntil;

    /// <summary>False, and nothing changes, once it is closed.</summary>
    /// <param name="terms">Sound.</param>
    public bool Agree(SpeechTerms terms)
    {
        if (Standing is SpeechStanding.Closed)
        {
            return false;
        }

        (Title, Theme, EntriesUntil, DropFrom, ExcludesOwnUnit) = (terms.Title, terms.Theme, terms.EntriesUntil, terms.DropFrom, terms.ExcludesOwnUnit);
        Criteria = string.Join('\n', terms.Criteria.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Weight} {one.Name}")));
        (FirstPrizes, SecondPrizes, ThirdPrizes) = terms.Prizes;
        Version++;
        return true;
    }

    /// <summary>A draft begins, a running one is closed. False, and nothing changes, for any other step.</summary>
    public bool Move(SpeechStanding next, DateTime now)
    {
        if ((Standing, next) is not ((SpeechStanding.Draft, SpeechStanding.Running) or (SpeechStanding.Running, SpeechStanding.Closed)))
        {
            return false;
        }

        Standing = next;
        ClosedAt = next is SpeechStanding.Closed ? now : null;
        Version++;
        return true;
    }
}
