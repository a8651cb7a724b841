using TrainingHub.Storage;

namespace TrainingHub.Contests.Stage;

/// <summary>What follows on the first entry of a stage contest: its rounds, and a seat for each team.</summary>
internal static class StageEntries
{
    /// <summary>Adds nothing to a contest in which the hall plays.</summary>
    /// <param name="db">The caller saves.</param>
    /// <param name="contest">Followed.</param>
    /// <param name="first">Its first entry, which is followed already.</param>
    public static void Add(Db db, Contest contest, ContestEntry first)
    {
        if (contest.Stage is null)
        {
            return;
        }

        var terms = StageTermsJson.Read(contest.Stage);
        var entries = terms.Rounds.Select((round, at) => EntryOf(contest, first, 2 + at, ContestEntryKind.RoundAgreed, item: at + 1, text: round.ToString()))
            .Concat(terms.Teams.Select((_, at) => EntryOf(contest, first, 2 + terms.Rounds.Count + at, ContestEntryKind.Joined, seat: at + 1)));
        foreach (var entry in entries)
        {
            contest.Follow(entry);
            db.Add(entry);
        }

        foreach (var (at, team) in terms.Teams.Index())
        {
            db.Add(new ContestSeat { ContestId = contest.Id, Number = at + 1, PersonId = null, Place = null, GuestName = team.Name, Team = at, JoinedAt = first.At });
        }
    }

    private static ContestEntry EntryOf(Contest contest, ContestEntry first, int number, ContestEntryKind kind, int? seat = null, int? item = null, string? text = null) =>
        new() { ContestId = contest.Id, Number = number, Kind = kind, At = first.At, Seat = seat, Item = item, Text = text, By = first.By };
}
