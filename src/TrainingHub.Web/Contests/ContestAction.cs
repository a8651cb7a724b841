namespace TrainingHub.Contests;

/// <summary>Something that somebody wants to do in a contest, in the queue of <see cref="ContestWriter"/>, and the request that waits for it.</summary>
public abstract class ContestAction(Guid contestId, CancellationToken cancel)
{
    // The writer goes on with the next batch; whoever waits continues on a thread of their own.
    private readonly TaskCompletionSource<ActionOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid ContestId => contestId;

    /// <summary>Whether it need not be done any more, since nobody waits for it.</summary>
    public virtual bool IsAbandoned => cancel.IsCancellationRequested;

    public Task<ActionOutcome> OutcomeAsync() => _outcome.Task.WaitAsync(cancel);

    public void Complete(ActionOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);

    /// <summary>Taking a seat.</summary>
    /// <param name="contestId">Which contest.</param>
    /// <param name="tokenHash">Of the token that this browser keeps from now on; the same again gives the same seat.</param>
    /// <param name="personId">Null for a guest.</param>
    /// <param name="name">Of a guest, cleaned; of a person, as it stands today.</param>
    /// <param name="place">Of a guest, cleaned.</param>
    /// <param name="team">Place in the list; null without.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public sealed class Join(Guid contestId, string tokenHash, Guid? personId, string? name, string? place, int? team, CancellationToken cancel) : ContestAction(contestId, cancel)
    {
        public string TokenHash => tokenHash;

        public Guid? PersonId => personId;

        public string? Name => name;

        public string? Place => place;

        public int? Team => team;
    }

    /// <summary>An answer.</summary>
    /// <param name="contestId">Which contest.</param>
    /// <param name="seat">Whose; the caller has opened it with its token.</param>
    /// <param name="item">To which question.</param>
    /// <param name="text">As it was sent.</param>
    /// <param name="roundTrip">Milliseconds, as the client measured it.</param>
    /// <param name="clientId">What the client calls it.</param>
    /// <param name="at">When it came, UTC.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public sealed class Answer(Guid contestId, int seat, int item, string text, int roundTrip, string clientId, DateTime at, CancellationToken cancel) : ContestAction(contestId, cancel)
    {
        public int Seat => seat;

        public int Item => item;

        public string Text => text;

        public int RoundTrip => roundTrip;

        public string ClientId => clientId;

        public DateTime At => at;

        /// <summary>Never: it came in time, whatever became of the connection.</summary>
        public override bool IsAbandoned => false;
    }

    /// <summary>Taking the seat of a team on a stage, by its key.</summary>
    /// <param name="contestId">Which contest.</param>
    /// <param name="tokenHash">Of the token that this browser keeps from now on.</param>
    /// <param name="team">Its number.</param>
    /// <param name="code">What its device was opened with; it may have been renewed meanwhile.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public sealed class TakeTeam(Guid contestId, string tokenHash, int team, string code, CancellationToken cancel) : ContestAction(contestId, cancel)
    {
        public string TokenHash => tokenHash;

        public int Team => team;

        public string Code => code;
    }

    /// <summary>What a team's device sends on a stage.</summary>
    /// <param name="contestId">Which contest.</param>
    /// <param name="team">Whose; the caller has opened its seat with the token.</param>
    /// <param name="kind">What.</param>
    /// <param name="item">The question that it is about.</param>
    /// <param name="text">Of an answer: letters; of a choice: the team named, as the log keeps it.</param>
    /// <param name="amount">Of a choice: points.</param>
    /// <param name="clientId">What the client calls it.</param>
    /// <param name="at">When it came, UTC.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public sealed class Move(Guid contestId, int team, ContestEntryKind kind, int? item, string? text, int? amount, string clientId, DateTime at, CancellationToken cancel) : ContestAction(contestId, cancel)
    {
        public int Team => team;

        public ContestEntryKind Kind => kind;

        public int? Item => item;

        public string? Text => text;

        public int? Amount => amount;

        public string ClientId => clientId;

        public DateTime At => at;

        /// <summary>Never: it came in time, whatever became of the connection.</summary>
        public override bool IsAbandoned => false;
    }

    /// <summary>A step of the host.</summary>
    /// <param name="contestId">Which contest.</param>
    /// <param name="kind">What.</param>
    /// <param name="after">Number of the last public entry that the host saw.</param>
    /// <param name="item">The question that it is about.</param>
    /// <param name="seat">The seat that it is about.</param>
    /// <param name="text">Of a ruling: what is right.</param>
    /// <param name="amount">Of an adjustment: points.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public sealed class Step(Guid contestId, ContestEntryKind kind, int after, int? item, int? seat, string? text, int? amount, string? reason, Guid by, CancellationToken cancel) : ContestAction(contestId, cancel)
    {
        public ContestEntryKind Kind => kind;

        public int After => after;

        public int? Item => item;

        public int? Seat => seat;

        public string? Text => text;

        public int? Amount => amount;

        public string? Reason => reason;

        public Guid By => by;

        /// <summary>Of a renewal: number of the entry by which the team's device was last renewed, as the host saw it; 0 without.</summary>
        public int Device { get; init; }
    }
}
