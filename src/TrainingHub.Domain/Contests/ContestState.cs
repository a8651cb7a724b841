using TrainingHub.Contests.Stage;

namespace TrainingHub.Contests;

/// <summary>
/// How a contest stands: a fold of its log and of nothing else. The same entries in the order of their numbers give the same state, in whatever parts
/// they come; an entry that is known already changes nothing.
/// </summary>
public sealed class ContestState
{
    public const int MostSeats = 10_000;

    private readonly SortedDictionary<int, ContestQuestion> questions = [];
    private readonly SortedSet<int> seats = [];
    private readonly Dictionary<int, int> adjustments = [];
    private IReadOnlyList<ContestRank>? ranking;

    /// <summary>Of the last entry; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>Of the last entry that everybody sees; 0 before the first.</summary>
    public int PublicNumber { get; private set; }
    public ContestPhase Phase { get; private set; }
    public bool IsPaused { get; private set; }

    /// <summary>Whether newcomers are turned away.</summary>
    public bool IsJoiningClosed { get; private set; }

    /// <summary>Mistakes that were sent to players, from 0.</summary>
    public int MistakesSent { get; private set; }

    /// <summary>The present question, from 1; 0 in a draft.</summary>
    public int Item { get; private set; }

    /// <summary>How many questions there are.</summary>
    public int Items { get; private set; }

    /// <summary>Null in a draft.</summary>
    public ContestRules? Rules { get; private set; }

    /// <summary>Of a contest between teams on a stage; null for one in which the hall plays.</summary>
    public StageState? Stage { get; private set; }

    /// <summary>Numbers of the seats, ascending.</summary>
    public IReadOnlyCollection<int> Seats => seats;

    /// <summary>Those that were opened, in their order.</summary>
    public IEnumerable<ContestQuestion> Questions => Stage is { } stage ? stage.Questions.Select(question => question.Clock) : questions.Values;

    /// <summary>The present question; null while it is not opened.</summary>
    public ContestQuestion? Current => Phase is ContestPhase.Open or ContestPhase.Locked or ContestPhase.Revealed ? questions.GetValueOrDefault(Item) : null;

    /// <summary>Whether classes play: then there is no ranking of seats, a line of the ranking is a class, by its place in the list from 1, with hundredths of points.</summary>
    public bool IsOfClasses => Rules is { IsOfClasses: true };

    /// <summary>By rank; computed when it is asked for.</summary>
    public IReadOnlyList<ContestRank> Ranking => Stage?.Ranking ?? (ranking ??= ContestRanking.Of(this));

    public static ContestState Of(IEnumerable<ContestEntry> entries)
    {
        var state = new ContestState();
        foreach (var entry in entries.OrderBy(entry => entry.Number))
        {
            state.Apply(entry);
        }

        return state;
    }

    public ContestQuestion? Find(int item) => questions.GetValueOrDefault(item);

    /// <summary>Points given or taken by hand; 0 without.</summary>
    public int AdjustmentOf(int seat) => adjustments.GetValueOrDefault(seat);

    public bool HasSeat(int seat) => seats.Contains(seat);

    /// <summary>Why an answer is not taken; null when it is.</summary>
    public ContestRefusal? FindRefusal(int seat, int item, DateTime at, int roundTrip) =>
        !seats.Contains(seat) ? ContestRefusal.NoSeat
        : Find(item) is not { } question || question.IsWithdrawn ? ContestRefusal.NotOpen
        : question.Answers.ContainsKey(seat) ? ContestRefusal.AlreadyAnswered
        : item != Item || Phase is not ContestPhase.Open ? ContestRefusal.TooLate
        : IsPaused ? ContestRefusal.IsPaused
        : question.IsInTime(at, roundTrip) ? null : ContestRefusal.TooLate;

    /// <summary>Why the host cannot do that now; null when it can be done.</summary>
    /// <param name="kind">What.</param>
    /// <param name="item">The question, where it is about one.</param>
    /// <param name="seat">The seat, where it is about one.</param>
    /// <param name="now">UTC.</param>
    public ContestRefusal? FindRefusal(ContestEntryKind kind, int? item, int? seat, DateTime now) => Stage is null && May(kind, item, seat, now) ? null : ContestRefusal.NotNow;

    private bool May(ContestEntryKind kind, int? item, int? seat, DateTime now) => kind switch
    {
        ContestEntryKind.Prepared => Phase is ContestPhase.Draft,
        ContestEntryKind.Opened => Phase is ContestPhase.Ready && !IsPaused && item == Item,
        ContestEntryKind.Locked => Phase is ContestPhase.Open && !IsPaused && item == Item,
        ContestEntryKind.Revealed => !IsPaused && item == Item && (Phase is ContestPhase.Locked || IsTimeOver(now)),
        ContestEntryKind.Next => Phase is ContestPhase.Revealed && !IsPaused && Item < Items,
        ContestEntryKind.Paused => Phase is not (ContestPhase.Draft or ContestPhase.Finished) && !IsPaused,
        ContestEntryKind.Resumed => IsPaused,
        ContestEntryKind.Ruled => Phase is not ContestPhase.Finished && item is { } ruled && Find(ruled) is { Counts: true },
        ContestEntryKind.QuestionWithdrawn => Phase is not ContestPhase.Finished && item is { } withdrawn && Find(withdrawn) is { IsWithdrawn: false },
        ContestEntryKind.Adjusted => Phase is not (ContestPhase.Draft or ContestPhase.Finished) && !IsOfClasses && seat is { } adjusted && seats.Contains(adjusted),
        ContestEntryKind.JoiningClosed => Phase is not (ContestPhase.Draft or ContestPhase.Finished) && !IsJoiningClosed,
        ContestEntryKind.JoiningOpened => Phase is not (ContestPhase.Draft or ContestPhase.Finished) && IsJoiningClosed,
        ContestEntryKind.MistakesSent => Phase is ContestPhase.Finished && !IsOfClasses,
        ContestEntryKind.Finished => Phase is ContestPhase.Ready or ContestPhase.Revealed,
        _ => false,
    };

    /// <summary>Whether the time of a question runs, or stands still in a pause: it was opened, and is answered.</summary>
    public bool IsTimed => Stage is { } stage ? stage.Phase is StagePhase.Running or StagePhase.Answering : Phase is ContestPhase.Open;

    /// <summary>Whether nothing can come in time any more, with the bound of what a round trip takes off.</summary>
    public bool IsTimeOver(DateTime now) => Phase is ContestPhase.Open && Current is { Deadline: { } deadline } && now > deadline.AddMilliseconds(ContestRules.MostRoundTrip);

    /// <summary>Follows one entry. It takes the log as it is: what a rule would have refused and stands there all the same changes nothing.</summary>
    /// <exception cref="InvalidOperationException">An entry before it is missing.</exception>
    public void Apply(ContestEntry entry)
    {
        if (entry.Number <= Number)
        {
            return;
        }

        // Of a contest between classes the entries of single devices are gone once it is finished.
        if (entry.Number != Number + 1 && !IsOfClasses)
        {
            throw new InvalidOperationException($"Entry {entry.Number} does not follow on entry {Number}.");
        }

        Number = entry.Number;
        if (entry.Kind is ContestEntryKind.Answered)
        {
            Answer(entry);
            return;
        }

        ranking = null;
        if (entry.Kind is ContestEntryKind.Joined)
        {
            seats.Add(entry.Seat ?? 0);
            return;
        }

        if (entry.Kind is ContestEntryKind.Counted)
        {
            Count(entry);
            return;
        }

        PublicNumber = entry.Number;
        if (entry.Kind is ContestEntryKind.Prepared && StageHead.IsHead(entry.Text))
        {
            Stage ??= new StageState();
        }

        if (Stage is { } stage)
        {
            if (entry.Kind is ContestEntryKind.MistakesSent && stage.Phase is StagePhase.Finished)
            {
                MistakesSent += entry.Amount ?? 0;
            }

            stage.Apply(entry);
            (Phase, Item, Items, IsPaused) = (PhaseOf(stage.Phase), stage.Current?.Number ?? 0, stage.Items, stage.IsPaused);
            return;
        }

        // Time at which it is asked is that of the entry; whether the bound had passed was asked when it was accepted.
        if (May(entry.Kind, entry.Item ?? Item, entry.Seat, DateTime.MaxValue) || entry.Kind is ContestEntryKind.Prepared)
        {
            Move(entry);
        }
    }

    private static ContestPhase PhaseOf(StagePhase phase) => phase switch
    {
        StagePhase.Draft => ContestPhase.Draft,
        StagePhase.Between => ContestPhase.Ready,
        StagePhase.Revealed => ContestPhase.Revealed,
        StagePhase.Finished => ContestPhase.Finished,
        _ => ContestPhase.Open,
    };

    private void Answer(ContestEntry entry)
    {
        if (entry is { Seat: { } seat, Item: { } item } && FindRefusal(seat, item, entry.At, entry.Amount ?? 0) is null)
        {
            questions[item].Take(entry);
        }
    }

    private void Count(ContestEntry entry)
    {
        if (entry.Item == Item && Phase is ContestPhase.Open or ContestPhase.Locked && entry.Seat >= 1 && entry.Seat <= Rules?.Classes)
        {
            questions[Item].Count(entry);
        }
    }

    /// <summary>What a contest between classes keeps when it is over: counts.</summary>
    private void Reduce()
    {
        seats.Clear();
        foreach (var question in questions.Values)
        {
            question.Reduce();
        }
    }

    private void Move(ContestEntry entry)
    {
        switch (entry.Kind)
        {
            case ContestEntryKind.Prepared:
                (Rules, Items, Item, Phase) = (ContestRules.Parse(entry.Text ?? ""), entry.Item ?? 0, 1, ContestPhase.Ready);
                break;
            case ContestEntryKind.Opened:
                questions[Item] = new ContestQuestion(Item, entry.At, Math.Max(1, entry.Amount ?? 1));
                Phase = ContestPhase.Open;
                break;
            case ContestEntryKind.Locked:
                Phase = ContestPhase.Locked;
                break;
            case ContestEntryKind.Revealed:
                questions[Item].Rule(entry.Text ?? "");
                Phase = ContestPhase.Revealed;
                break;
            case ContestEntryKind.Next:
                (Item, Phase) = (Item + 1, ContestPhase.Ready);
                break;
            case ContestEntryKind.Paused:
                IsPaused = true;
                Current?.Pause(entry.At);
                break;
            case ContestEntryKind.Resumed:
                IsPaused = false;
                Current?.Resume(entry.At);
                break;
            case ContestEntryKind.Ruled:
                questions[entry.Item ?? 0].Rule(entry.Text ?? "");
                break;
            case ContestEntryKind.QuestionWithdrawn:
                Withdraw(entry.Item ?? 0);
                break;
            case ContestEntryKind.Adjusted:
                var seat = entry.Seat ?? 0;
                adjustments[seat] = AdjustmentOf(seat) + (entry.Amount ?? 0);
                break;
            case ContestEntryKind.Finished:
                (Phase, IsPaused) = (ContestPhase.Finished, false);
                if (IsOfClasses)
                {
                    Reduce();
                }

                break;
            case ContestEntryKind.JoiningClosed or ContestEntryKind.JoiningOpened:
                IsJoiningClosed = entry.Kind is ContestEntryKind.JoiningClosed;
                break;
            case ContestEntryKind.MistakesSent:
                MistakesSent += entry.Amount ?? 0;
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Withdraw(int item)
    {
        questions[item].Withdraw();
        if (item == Item && Phase is ContestPhase.Open or ContestPhase.Locked)
        {
            Phase = ContestPhase.Revealed;
        }
    }
}
