namespace TrainingHub.Contests;

/// <summary>How a contest stands for the host and the big screen, taken at one instant.</summary>
public sealed record HallFacts
{
    /// <summary>Players of whom the hall sees one by one who has answered; of more it sees how many.</summary>
    public const int MostNamed = 60;

    /// <summary>Of these by name and seat; of more guests by the seat alone.</summary>
    public const int MostInFull = 20;

    /// <summary>Lines of the ranking that the hall sees at once.</summary>
    public const int ShownRanks = 10;

    public required ContestRoom Room { get; init; }

    /// <summary>Of the last entry that everybody sees.</summary>
    public required int Number { get; init; }
    public required ContestPhase Phase { get; init; }
    public required bool IsPaused { get; init; }

    /// <summary>Whether newcomers are turned away.</summary>
    public required bool IsJoiningClosed { get; init; }

    /// <summary>Mistakes that were sent to players, from 0.</summary>
    public required int MistakesSent { get; init; }
    public required int Item { get; init; }
    public required int Items { get; init; }
    public required ContestRules? Rules { get; init; }

    /// <summary>Whether no answer can come in time any more.</summary>
    public required bool IsTimeOver { get; init; }

    /// <summary>Milliseconds.</summary>
    public required int Left { get; init; }

    /// <summary>Milliseconds.</summary>
    public required int Limit { get; init; }
    public required int Seats { get; init; }
    public required int Answered { get; init; }

    /// <summary>Who has answered the question that is open, and never what; empty where more play than are named, in a contest between classes, and while none is open.</summary>
    public required IReadOnlyList<Player> Players { get; init; }

    /// <summary>How many of each team have answered it; empty without teams, in a contest between classes, and while none is open.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>Devices that have joined, by class in their order; empty where people play, and when it is over.</summary>
    public required IReadOnlyList<int> Devices { get; init; }

    /// <summary>The question that is shown; null between two.</summary>
    public required ContestCard? Card { get; init; }

    /// <summary>Letters that are right, one string for each right answer; null before it is revealed.</summary>
    public required IReadOnlyList<string>? Right { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>How often each letter was chosen, in their order; empty while the question is open.</summary>
    public required IReadOnlyList<int> Distribution { get; init; }

    /// <summary>The first ones; who shares the last shown rank may be left out.</summary>
    public required IReadOnlyList<ContestRank> Ranking { get; init; }
    public required IReadOnlyList<ContestTeamRank> Teams { get; init; }

    /// <summary>Whether anything counts yet.</summary>
    public required bool HasRanking { get; init; }

    /// <summary>Questions that were opened, for rulings and withdrawals.</summary>
    public required IReadOnlyList<Opened> Questions { get; init; }

    public HallStep Next => IsPaused ? HallStep.Resume : Phase switch
    {
        ContestPhase.Ready => HallStep.Open,
        ContestPhase.Open when IsTimeOver => HallStep.Reveal,
        ContestPhase.Open => HallStep.Lock,
        ContestPhase.Locked => HallStep.Reveal,
        ContestPhase.Revealed when Item < Items => HallStep.Next,
        ContestPhase.Revealed => HallStep.Finish,
        _ => HallStep.None,
    };

    public bool IsRight(string letter) => Right is { } right && right.Any(answer => answer.Contains(letter, StringComparison.Ordinal));

    /// <summary>Of a line of the ranking: who sits there, or the class.</summary>
    public string NameOf(int seat, string anonymized) => Room.IsOfClasses ? Room.Teams[seat - 1] : Room.Seat(seat)?.Name ?? anonymized;

    public string PointsOf(ContestRank line) => Room.PointsOf(line);

    public static HallFacts Of(ContestRoom room, ContestMoment moment)
    {
        var teams = room.TeamsOfSeats();
        return room.Read(moment, (state, now) =>
        {
            var question = state.Current;
            var card = question is null ? null : room.CardOf(state.Item);
            var isTold = question is not null && state.Phase is ContestPhase.Open or ContestPhase.Locked && !room.IsOfClasses;
            return new HallFacts
            {
                Room = room,
                Number = state.PublicNumber,
                Phase = state.Phase,
                IsPaused = state.IsPaused,
                IsJoiningClosed = state.IsJoiningClosed,
                MistakesSent = state.MistakesSent,
                Item = state.Item,
                Items = state.Items,
                Rules = state.Rules,
                IsTimeOver = state.IsTimeOver(now),
                Left = question?.Left(now) ?? 0,
                Limit = question?.Limit ?? 0,
                Seats = state.Seats.Count,
                Answered = question?.Answers.Count ?? 0,
                Players = isTold && question is not null ? PlayersOf(room, state, question) : [],
                Parties = isTold && question is not null ? PartiesOf(room, state, question) : [],
                Devices = room.IsOfClasses && state.Phase is not ContestPhase.Finished ? [.. room.Teams.Index().Select(one => teams.Values.Count(team => team == one.Index))] : [],
                Card = card,
                Right = state.Phase is ContestPhase.Revealed && question is { Right: { } right } ? [.. right.Order(StringComparer.Ordinal)] : null,
                IsWithdrawn = question is { IsWithdrawn: true },
                Distribution = question is not null && card is not null && state.Phase is not ContestPhase.Open ? DistributionOf(question, card) : [],
                Ranking = [.. state.Ranking.Take(ShownRanks)],
                Teams = teams.Count > 0 && !room.IsOfClasses ? ContestTeamRank.Of(state.Ranking, teams) : [],
                HasRanking = state.Questions.Any(one => one.Counts),
                Questions = [.. state.Questions.Select(one => new Opened(one.Number, one.Counts, one.IsWithdrawn))],
            };
        });
    }

    /// <summary>Empty where more play than are named.</summary>
    public static IReadOnlyList<Player> PlayersOf(ContestRoom room, ContestState state, ContestQuestion question) =>
        state.Seats.Count > MostNamed ? [] : [.. state.Seats.Select(seat => new Player(seat, room.Seat(seat)?.Name, room.Seat(seat)?.Place, question.Answers.ContainsKey(seat)))];

    public static IReadOnlyList<Party> PartiesOf(ContestRoom room, ContestState state, ContestQuestion question)
    {
        var members = state.Seats.ToLookup(seat => room.Seat(seat)?.Team);
        return [.. room.Teams.Index().Select(team => new Party(team.Index, members[team.Index].Count(), members[team.Index].Count(question.Answers.ContainsKey)))];
    }

    /// <summary>How often each letter was chosen.</summary>
    public static IReadOnlyList<int> DistributionOf(ContestQuestion question, ContestCard card) =>
        [.. DistributionOf(question.Chosen, card)];

    private static IEnumerable<int> DistributionOf(IReadOnlyDictionary<string, int> chosen, ContestCard card) =>
        Enumerable.Range(0, card.Question.Prompt.OptionCount).Select(place => chosen.Where(one => one.Key.Contains((char)('A' + place), StringComparison.Ordinal)).Sum(one => one.Value));

    /// <param name="Seat">Its number.</param>
    /// <param name="Name">Null once anonymized.</param>
    /// <param name="Place">Of a guest: the seat's number in the hall.</param>
    /// <param name="HasAnswered">Whether an answer of the seat counts.</param>
    public sealed record Player(int Seat, string? Name, string? Place, bool HasAnswered);

    /// <param name="Team">Place in the contest's list, from 0.</param>
    /// <param name="Members">Seats of the team.</param>
    /// <param name="Answered">Of these who have answered.</param>
    public sealed record Party(int Team, int Members, int Answered);

    public sealed record Opened(int Number, bool Counts, bool IsWithdrawn);
}
