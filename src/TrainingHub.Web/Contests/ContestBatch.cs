using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Contests.Stage;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary>
/// Actions in one contest that are decided and written in one transaction. Each is decided by how the contest stands in the moment in which its row is
/// locked, the ones before it in the batch included. A step of the host is a batch of its own.
/// </summary>
internal sealed class ContestBatch(Db db, ContestRoom room, Contest contest, ContestMoment moment)
{
    private const int LargestGap = 16;

    private static readonly char[] Partings = [',', '，', '、', ' '];
    private readonly List<ContestEntry> _entries = [];
    private readonly List<SeatCard> _seats = [];
    private readonly List<(string Hash, int Seat)> _keys = [];
    private readonly int _losses = room.KeyLosses;
    private readonly DateTime _now = room.TimeOf(moment);
    private (StageTerms Terms, int Team)? _renewed;
    private readonly Dictionary<(int Seat, int Item), ContestEntry> _answers = [];
    private int _number = contest.LastNumber;
    private int _lastSeat = contest.Seats;

    public IReadOnlyList<ContestEntry> Entries => _entries;

    /// <summary>Whether a contest between classes is over with it: of single devices nothing stays then.</summary>
    public bool EndsClasses => room.IsOfClasses && _entries.Exists(entry => entry.Kind is ContestEntryKind.Finished);

    /// <summary>Whether a contest between teams on a stage is over with it.</summary>
    public bool EndsStage => room.IsStage && _entries.Exists(entry => entry.Kind is ContestEntryKind.Finished);

    public async Task<ActionOutcome> DecideAsync(ContestAction action, CancellationToken cancel) => action switch
    {
        ContestAction.Answer answer => Decide(answer),
        ContestAction.Join join => await DecideAsync(join, cancel),
        ContestAction.Step { Kind: ContestEntryKind.DeviceRenewed } step => await RenewAsync(step, cancel),
        ContestAction.Step step => room.IsStage ? Conclude(room.Read(state => StageDecision.Of(room, state, step, _now)), step) : Decide(step),
        ContestAction.Move move => Conclude(room.Read(state => StageDecision.Of(room, state, move)), move),
        ContestAction.TakeTeam take => await DecideAsync(take, cancel),
        _ => throw new UnreachableException(),
    };

    /// <summary>Hands everything that was decided to the database; the caller saves and commits.</summary>
    public void Write()
    {
        foreach (var entry in _entries)
        {
            contest.Follow(entry);
        }

        if (EndsClasses)
        {
            contest.KeepSeats(ContestTally.Told(room.TeamsOfSeats().Values.CountBy(team => team).Select(team => team.Value)));
        }

        if (room.IsOfClasses)
        {
            db.AddRange(_entries.Where(entry => !ContestDeviceEntry.IsAbout(entry)));
            db.AddRange(_entries.Where(ContestDeviceEntry.IsAbout).Select(ContestDeviceEntry.Of));
        }
        else
        {
            db.AddRange(_entries);
        }
    }

    /// <summary>After COMMIT: tells the room.</summary>
    public bool Tell()
    {
        foreach (var seat in _seats)
        {
            room.Keep(seat);
        }

        foreach (var (hash, seat) in _keys)
        {
            room.Keep(hash, seat, _losses);
        }

        if (_renewed is not var (terms, team))
        {
            if (_entries.Count is 0 && _keys.Count > 0)
            {
                // A device more: no entry says so.
                room.TellCounts();
            }

            return room.Take(_entries, moment);
        }

        room.Renew(terms, [team]);
        if (!room.Take(_entries, moment))
        {
            return false;
        }

        room.CutOff([team]);
        return true;
    }

    private ActionOutcome Decide(ContestAction.Answer answer)
    {
        var (refusal, before) = room.Read(state => (
            state.FindRefusal(answer.Seat, answer.Item, answer.At, answer.RoundTrip), state.Find(answer.Item)?.Answers.GetValueOrDefault(answer.Seat)));
        if (refusal is ContestRefusal.NotOpen && before is null)
        {
            // Before it is looked at: what a question offers is told nobody until it is opened.
            return new ActionOutcome.Refused(ContestRefusal.NotOpen);
        }

        if (room.CardOf(answer.Item)?.Read(answer.Text) is not { } text)
        {
            return new ActionOutcome.Refused(ContestRefusal.NoSuchAnswer);
        }

        // What was sent twice has the receipt of the first time.
        if (_answers.TryGetValue((answer.Seat, answer.Item), out var written))
        {
            return ReceiptOf(answer, written.Number, written.At, written.Text ?? "", written.ClientId);
        }

        if (before is not null)
        {
            return ReceiptOf(answer, before.Number, before.At, before.Text, before.ClientId);
        }

        if (refusal is { } why)
        {
            return new ActionOutcome.Refused(why);
        }

        var entry = Add(ContestEntryKind.Answered, answer.At, answer.Seat, answer.Item, text, answer.RoundTrip, clientId: answer.ClientId);
        _answers.Add((answer.Seat, answer.Item), entry);
        return new ActionOutcome.Written(entry.Number, entry.At, answer.Seat, text);
    }

    private static ActionOutcome ReceiptOf(ContestAction.Answer answer, int number, DateTime at, string text, string? clientId) =>
        string.Equals(clientId, answer.ClientId, StringComparison.Ordinal)
            ? new ActionOutcome.Written(number, at, answer.Seat, text)
            : new ActionOutcome.Refused(ContestRefusal.AlreadyAnswered);

    private async Task<ActionOutcome> DecideAsync(ContestAction.Join join, CancellationToken cancel)
    {
        // What was sent twice has the seat of the first time.
        if (await FindKeyAsync(join.TokenHash, cancel) is { } key)
        {
            return IsOf(join, key) ? new ActionOutcome.Written(0, _now, key.Seat, null) : new ActionOutcome.Refused(ContestRefusal.NotJoining);
        }

        if (contest.PreparedAt is null || contest.FinishedAt is not null || room.IsStage)
        {
            return new ActionOutcome.Refused(ContestRefusal.NotJoining);
        }

        if (join.PersonId is { } person && (room.SeatOf(person) ?? _seats.Find(seat => seat.PersonId == person)) is { } own)
        {
            return await OpenAsync(own.Number, join.TokenHash, cancel);
        }

        if (room.Read(state => state.IsJoiningClosed))
        {
            return new ActionOutcome.Refused(ContestRefusal.JoiningClosed);
        }

        var refusal =
            join.PersonId is null && !contest.AllowsGuests && !room.IsOfClasses ? ContestRefusal.NoGuests
            : join.PersonId is null && join.Place is { } place && (room.IsTaken(place) || _seats.Exists(seat => string.Equals(seat.Place, place, StringComparison.Ordinal))) ? ContestRefusal.PlaceTaken
            : join.Team is { } team ? (team >= 0 && team < room.Teams.Count ? ContestRefusal.None : ContestRefusal.BadTeam)
            : room.Teams.Count > 0 ? ContestRefusal.BadTeam
            : ContestRefusal.None;
        if (refusal is not ContestRefusal.None || _lastSeat >= ContestState.MostSeats)
        {
            return new ActionOutcome.Refused(refusal is ContestRefusal.None ? ContestRefusal.Full : refusal);
        }

        var number = ++_lastSeat;
        var entry = Add(ContestEntryKind.Joined, _now, number);
        db.Add(new ContestSeat
        {
            ContestId = contest.Id,
            Number = number,
            PersonId = join.PersonId,
            Place = join.PersonId is null ? join.Place : null,
            GuestName = join.PersonId is null ? join.Name : null,
            Team = join.Team,
            JoinedAt = _now,
        });
        _seats.Add(new SeatCard(number, join.PersonId, join.Name, join.PersonId is null ? join.Place : null, join.Team));
        AddKey(join.TokenHash, number);
        return new ActionOutcome.Written(entry.Number, _now, number, null);
    }

    private async Task<ActionOutcome> DecideAsync(ContestAction.TakeTeam take, CancellationToken cancel)
    {
        if (await FindKeyAsync(take.TokenHash, cancel) is { } key)
        {
            return key == (contest.Id, take.Team) ? new ActionOutcome.Written(0, _now, key.Seat, null) : new ActionOutcome.Refused(ContestRefusal.NotJoining);
        }

        // The code may have been renewed while the request waited in the queue.
        return room.Stage is { } stage && contest.FinishedAt is null && room.Seat(take.Team) is not null && string.Equals(stage.Teams[take.Team - 1].Code, take.Code, StringComparison.Ordinal)
            ? await OpenAsync(take.Team, take.TokenHash, cancel)
            : new ActionOutcome.Refused(ContestRefusal.NotJoining);
    }

    /// <summary>The team is opened with another code from now on, and no device that was opened before holds its seat.</summary>
    private async Task<ActionOutcome> RenewAsync(ContestAction.Step step, CancellationToken cancel)
    {
        var outcome = Conclude(room.Read(state => StageDecision.Of(room, state, step, _now)), step);
        if (outcome is ActionOutcome.Written && contest.Stage is { } stage && step.Seat is { } team)
        {
            var terms = StageTermsJson.Read(stage);
            var renewed = terms with { Teams = [.. terms.Teams.Select((one, at) => at + 1 == team ? one with { Renewed = Ids.Code(StageTeam.KeyLength) } : one)] };
            contest.Renew(StageTermsJson.Write(renewed));
            await db.ContestKeys.Where(key => key.ContestId == contest.Id && key.Seat == team).ExecuteDeleteAsync(cancel);
            _renewed = (renewed, team);
        }

        return outcome;
    }

    /// <summary>Writes what was decided on a stage.</summary>
    private ActionOutcome Conclude(StageDecision decision, ContestAction action)
    {
        if (decision is { Receipt: { } receipt })
        {
            return new ActionOutcome.Written(receipt.Number, receipt.At, 0, receipt.Kind.ToString());
        }

        if (decision is not { Move: { } move, Refusal: ContestRefusal.None })
        {
            return new ActionOutcome.Refused(decision.Refusal);
        }

        var (step, sent) = (action as ContestAction.Step, action as ContestAction.Move);
        var entry = Add(move.Kind, move.At, move.Team, move.Item, move.Text, move.Amount, step?.Reason, sent?.ClientId, step?.By, decision.Digest);
        return new ActionOutcome.Written(entry.Number, entry.At, entry.Seat ?? 0, entry.Kind.ToString());
    }

    /// <summary>The seat of a person, for another of their browsers: it gets a key of its own.</summary>
    private async Task<ActionOutcome> OpenAsync(int seat, string hash, CancellationToken cancel)
    {
        var keys = await db.ContestKeys.CountAsync(key => key.ContestId == contest.Id && key.Seat == seat, cancel) + _keys.Count(key => key.Seat == seat);
        if (keys >= ContestSeat.MostKeys)
        {
            return new ActionOutcome.Refused(ContestRefusal.TooManyKeys);
        }

        AddKey(hash, seat);
        return new ActionOutcome.Written(0, _now, seat, null);
    }

    private async Task<(Guid ContestId, int Seat)?> FindKeyAsync(string hash, CancellationToken cancel)
    {
        if (_keys.Find(key => string.Equals(key.Hash, hash, StringComparison.Ordinal)) is { Hash: not null } same)
        {
            return (contest.Id, same.Seat);
        }

        return await db.ContestKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash, cancel) is { } known ? (known.ContestId, known.Seat) : null;
    }

    /// <summary>Whether the token that somebody joins with opens a seat of this contest, and not that of another person.</summary>
    private bool IsOf(ContestAction.Join join, (Guid ContestId, int Seat) key) =>
        key.ContestId == contest.Id && (room.Seat(key.Seat) ?? _seats.Find(seat => seat.Number == key.Seat))?.PersonId is var owner && (owner is null || owner == join.PersonId);

    private ActionOutcome Decide(ContestAction.Step step)
    {
        var (last, refusal, digest) = room.Read(state => (state.PublicNumber, state.FindRefusal(step.Kind, step.Item, step.Seat, _now), ContestRanking.DigestOf(state.Ranking)));
        if (last != step.After)
        {
            return new ActionOutcome.Refused(ContestRefusal.Stale);
        }

        if (refusal is { } why)
        {
            return new ActionOutcome.Refused(why);
        }

        var (text, amount) = (step.Text, step.Amount);
        switch (step.Kind)
        {
            case ContestEntryKind.Opened:
                amount = room.Read(state => state.Rules?.Seconds ?? ContestRules.LeastSeconds) * 1000;
                break;
            case ContestEntryKind.Revealed:
                text = room.CardOf(step.Item ?? 0)?.Right;
                break;
            case ContestEntryKind.Ruled:
                text = Ruling(step);
                break;
            default:
                break;
        }

        if (step.Kind is ContestEntryKind.Ruled && text is null)
        {
            return new ActionOutcome.Refused(ContestRefusal.NoSuchAnswer);
        }

        if (room.IsOfClasses)
        {
            // Else the gaps in the log would say how many devices of a small class there were.
            _number += RandomNumberGenerator.GetInt32(1, LargestGap + 1);
        }

        if (step.Kind is ContestEntryKind.Revealed && room.IsOfClasses)
        {
            CountClasses(step.Item ?? 0);
        }

        var item = step.Kind is ContestEntryKind.Next ? room.Read(state => state.Item + 1) : step.Item;
        var entry = Add(step.Kind, _now, step.Seat, item, text, amount, step.Reason, by: step.By, digest: digest);
        return new ActionOutcome.Written(entry.Number, _now, 0, text);
    }

    /// <summary>How each class answered: what stays of it.</summary>
    private void CountClasses(int item)
    {
        var (devices, answers) = (room.TeamsOfSeats().ToLookup(seat => seat.Value, seat => seat.Key), room.Read(state => state.Find(item)?.Answers.ToDictionary()) ?? []);
        for (var place = 0; place < room.Teams.Count; place++)
        {
            List<int> present = [.. devices[place]];
            var tally = ContestTally.Of(present.Count, present.Where(answers.ContainsKey).Select(seat => answers[seat].Text));
            Add(ContestEntryKind.Counted, _now, seat: place + 1, item: item, text: tally.Chosen.Count > 0 ? tally.ToString() : null, amount: tally.Present);
        }
    }

    /// <summary>Every answer that is right from now on; null when one of them is none that the question offers.</summary>
    private string? Ruling(ContestAction.Step step)
    {
        var card = room.CardOf(step.Item ?? 0);
        var answers = (step.Text ?? "").ToUpperInvariant().Split(Partings, StringSplitOptions.RemoveEmptyEntries).Select(answer => card?.Read(answer)).ToList();
        return answers.Count is 0 || answers.Contains(null) ? null : string.Join(',', answers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private void AddKey(string hash, int seat)
    {
        db.Add(new ContestKey { Hash = hash, ContestId = contest.Id, Seat = seat });
        _keys.Add((hash, seat));
    }

    private ContestEntry Add(
        ContestEntryKind kind, DateTime at, int? seat = null, int? item = null, string? text = null, int? amount = null, string? reason = null, string? clientId = null, Guid? by = null, string? digest = null)
    {
        var entry = new ContestEntry
        {
            ContestId = contest.Id,
            Number = ++_number,
            Kind = kind,
            At = at,
            Seat = seat,
            Item = item,
            Text = text,
            Amount = amount,
            Reason = reason,
            ClientId = clientId,
            By = by,
            Digest = digest,
        };
        _entries.Add(entry);
        return entry;
    }
}
