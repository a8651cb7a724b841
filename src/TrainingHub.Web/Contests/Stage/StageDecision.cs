namespace TrainingHub.Contests.Stage;

/// <summary>What becomes of an action on a stage, decided by how it stands in that moment.</summary>
internal sealed record StageDecision
{
    /// <summary>Of a judgement: the host heard the right answer. Anything else: a wrong one, or none.</summary>
    public const string Said = "right";

    /// <summary>None when it is taken.</summary>
    public ContestRefusal Refusal { get; private init; }

    /// <summary>What becomes of it the first time, of something sent twice.</summary>
    public StageReceipt? Receipt { get; private init; }

    /// <summary>As it is written.</summary>
    public StageMove? Move { get; private init; }

    /// <summary>Of a step of the host.</summary>
    public string? Digest { get; private init; }

    /// <summary>Of what a team's device sent. Who buzzes while a question is shown and not started, starts falsely.</summary>
    public static StageDecision Of(ContestRoom room, ContestState contest, ContestAction.Move sent)
    {
        if (contest.Stage is not { } state)
        {
            return Refuse(ContestRefusal.NotOpen);
        }

        if (state.FindReceipt(sent.Team, sent.ClientId) is { } receipt)
        {
            return new StageDecision { Receipt = receipt };
        }

        var isEarly = sent.Kind is ContestEntryKind.Buzzed && state.Phase is StagePhase.Shown;
        var move = new StageMove(isEarly ? ContestEntryKind.FalseStarted : sent.Kind, sent.At) { Team = sent.Team, Item = sent.Item };
        return Take(state, null, sent.Kind switch
        {
            ContestEntryKind.Given => move with { Text = Read(room, state, sent.Text) },
            ContestEntryKind.Chosen => move with { Text = sent.Text, Amount = sent.Amount, Item = null },
            _ => move,
        });
    }

    /// <summary>Of a step of the host.</summary>
    public static StageDecision Of(ContestRoom room, ContestState contest, ContestAction.Step step, DateTime now)
    {
        if (contest.Stage is not { } state)
        {
            return Refuse(ContestRefusal.NotNow);
        }

        // A team's device is renewed whatever else has happened meanwhile; who presses twice renews it once.
        if (step.Kind is ContestEntryKind.DeviceRenewed ? state.DeviceOf(step.Seat ?? 0) != step.Device : contest.PublicNumber != step.After)
        {
            return Refuse(ContestRefusal.Stale);
        }

        var (move, current) = (new StageMove(step.Kind, now), state.Current?.Number);
        return Take(state, ContestRanking.DigestOf(contest.Ranking), step.Kind switch
        {
            ContestEntryKind.RoundBegun => move with { Item = state.RoundNumber + 1 },
            ContestEntryKind.Asked => move with { Item = StagePools.Next(room.Stage?.Pools ?? [], state) },
            ContestEntryKind.Opened => move with { Item = current, Amount = (state.Round?.Seconds ?? 0) * 1000 },
            ContestEntryKind.Chosen => move with { Team = step.Seat, Text = step.Text, Amount = step.Amount },
            ContestEntryKind.Abstained => move with { Team = step.Seat, Item = state.IsIdle ? null : current },
            ContestEntryKind.DeviceRenewed => move with { Team = step.Seat },
            ContestEntryKind.FalseStarted => move with { Team = step.Seat, Item = current },
            ContestEntryKind.Buzzed => move with { Team = step.Seat, Item = current, Amount = StageMove.ByHost },
            ContestEntryKind.Given => move with { Team = step.Seat, Item = current, Text = Read(room, state, step.Text), Amount = StageMove.ByHost },
            ContestEntryKind.Judged => move with { Item = current, Text = Judge(room, state, step.Text) },
            ContestEntryKind.Revealed => move with { Item = current, Text = room.CardOf(current ?? 0)?.Right },
            ContestEntryKind.PassedOn => move with { Item = current },
            ContestEntryKind.Ruled => move with { Item = step.Item, Text = step.Text },
            ContestEntryKind.QuestionWithdrawn => move with { Item = step.Item },
            ContestEntryKind.Adjusted => move with { Team = step.Seat, Amount = step.Amount },
            ContestEntryKind.Penalized => move with { Team = step.Seat, Text = step.Text, Amount = PenaltyOf(state, step.Text) },
            _ => move,
        });
    }

    private static StageDecision Take(StageState state, string? digest, StageMove move)
    {
        // Whether it may be answered at all comes first: of what a question offers nothing is told before it is shown.
        var refusal = state.FindRefusal(move.Kind is ContestEntryKind.Given ? move with { Text = move.Text ?? "?" } : move);
        return refusal is { } why ? Refuse(why)
            : move is { Kind: ContestEntryKind.Given, Text: null } ? Refuse(ContestRefusal.NoSuchAnswer)
            : new StageDecision { Move = move, Digest = digest };
    }

    private static StageDecision Refuse(ContestRefusal why) => new() { Refusal = why };

    /// <summary>The letters as they are written in the log; null when the question offers no such answer.</summary>
    private static string? Read(ContestRoom room, StageState state, string? text) => room.CardOf(state.Current?.Number ?? 0)?.Read((text ?? "").ToUpperInvariant());

    /// <summary>Judges by the key what was answered, or who answers alone by what the host says. What is right stays unsaid while the audience may still answer.</summary>
    private static string? Judge(ContestRoom room, StageState state, string? verdict)
    {
        if (state.Current is not { } question || room.CardOf(question.Number) is not { } card)
        {
            return null;
        }

        // Who was named does not escape by abstaining.
        var judged = question.Entrants.Where(team => question.MayBeJudged(team) && (question.Namer is not null || !question.Abstained.Contains(team))).ToList();
        var right = judged.Where(IsRight).ToList();
        var isOver = right.Count > 0 || question.Round is not { Block: StageBlock.Buzz, GoesToAudience: true };
        return new StageVerdicts(right, [.. judged.Except(right)], isOver ? card.Right : null).ToString();

        // What was typed is judged by the key; another view of it is a ruling, with its reason.
        bool IsRight(int team) => question.Given.TryGetValue(team, out var given)
            ? string.Equals(given.Text, card.Right, StringComparison.Ordinal)
            : question.Answerer == team && !question.Abstained.Contains(team) && string.Equals(verdict, Said, StringComparison.Ordinal);
    }

    private static int? PenaltyOf(StageState state, string? offence) =>
        string.Equals(offence, nameof(StageOffence.Cheating), StringComparison.Ordinal) ? -state.Head?.CheatingPoints : -state.Head?.NoisePoints;
}
