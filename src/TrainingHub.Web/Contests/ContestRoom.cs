using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using TrainingHub.Contests.Stage;

namespace TrainingHub.Contests;

/// <summary>
/// A prepared contest in the memory of this process: what never changes about it, how it stands, and who listens. It follows the log and can be
/// forgotten at any time.
/// </summary>
public sealed class ContestRoom(Contest contest, IReadOnlyList<ContestCard> cards, IReadOnlyList<ContestParcel> parcels, IReadOnlyDictionary<(int Team, int Number), string> members) : IDisposable
{
    /// <summary>A reader who is further behind is cut off, and goes on with what stands then.</summary>
    public const int MostBehind = 64;

    private const int CountPause = 200;

    /// <summary>A process that follows another one knows of an entry within this, unless one of their clocks is wrong.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly ContestState _state = new();
    private readonly ConcurrentDictionary<int, SeatCard> _seats = [];
    private readonly ConcurrentDictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<FeedMessage>, (bool IsHall, int? Seat)> _readers = [];
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isCounting;
    private int _keyLosses;

    // The question whose time runs, and an instant of it by the log and by what nobody sets.
    private (int Item, ContestMoment Since)? _timed;

    public Guid Id => contest.Id;

    public string Code => contest.Code;

    public string Title => contest.Title;

    public Guid OrganizationId => contest.OrganizationId;

    public bool AllowsGuests => contest.AllowsGuests;

    /// <summary>Whether classes of pupils play: seats are devices, and of them nothing stays.</summary>
    public bool IsOfClasses { get; } = contest.IsOfClasses;

    /// <summary>Pictures that are sent ahead; their order tells nothing of that of the questions.</summary>
    public IReadOnlyList<ContestParcel> Parcels => parcels;

    /// <summary>When somebody last asked for it, UTC.</summary>
    public DateTime AskedAt { get; set; }

    public IReadOnlyList<string> Teams { get; } = contest.TeamNames;

    /// <summary>Of a contest between teams on a stage; null for one in which the hall plays.</summary>
    public StageTerms? Stage { get; private set; } = contest.Stage is { } stage ? StageTermsJson.Read(stage) : null;

    public bool IsStage => Stage is not null;

    /// <summary>Names of members, as far as they are known: by team and number in it, both from 1.</summary>
    public IReadOnlyDictionary<(int Team, int Number), string> Members => members;

    /// <summary>In their order.</summary>
    public IReadOnlyList<ContestCard> Cards => cards;

    /// <summary>Turns are taken in reading the log anew.</summary>
    public SemaphoreSlim Reading { get; } = new(1, 1);

    public bool IsHeard => !_readers.IsEmpty;

    /// <summary>Number of the last entry that it knows.</summary>
    public int Number => Read(state => state.Number);

    public int PublicNumber => Read(state => state.PublicNumber);

    public int LastSeat => _seats.Count;

    public T Read<T>(Func<ContestState, T> read)
    {
        lock (_gate)
        {
            return read(_state);
        }
    }

    /// <summary>The same, with the contest's time of that instant.</summary>
    public T Read<T>(ContestMoment moment, Func<ContestState, DateTime, T> read)
    {
        lock (_gate)
        {
            return read(_state, Time(moment));
        }
    }

    /// <summary>
    /// The contest's time of an instant, UTC: while a question is answered it runs on from where the log was by a source that nobody sets, so that a clock
    /// that is set back lengthens no question and one that is set forward ends none; between questions it is the server's clock.
    /// </summary>
    public DateTime TimeOf(ContestMoment moment) => Read(moment, (_, now) => now);

    public ContestParcel? ParcelOf(int item, string file) => parcels.FirstOrDefault(parcel => parcel.Item == item && string.Equals(parcel.Picture.File, file, StringComparison.Ordinal));

    /// <summary>Points as they are written: of classes with their hundredths.</summary>
    public string PointsOf(ContestRank line) => IsOfClasses ? ContestWords.Points(line.Points) : line.Points.ToString(CultureInfo.InvariantCulture);

    public ContestCard? CardOf(int number) => number >= 1 && number <= cards.Count ? cards[number - 1] : null;

    public SeatCard? Seat(int number) => _seats.GetValueOrDefault(number);

    public IReadOnlyDictionary<int, int> TeamsOfSeats() => _seats.Values.Where(seat => seat.Team is not null).ToDictionary(seat => seat.Number, seat => seat.Team ?? 0);

    public SeatCard? SeatOf(Guid personId) => _seats.Values.FirstOrDefault(seat => seat.PersonId == personId);

    public bool IsTaken(string place) => _seats.Values.Any(seat => string.Equals(seat.Place, place, StringComparison.Ordinal));

    public int? FindKey(string hash) => _keys.TryGetValue(hash, out var seat) ? seat : null;

    /// <summary>How often keys were taken away: what was read before one of these times may be gone.</summary>
    public int KeyLosses => Volatile.Read(ref _keyLosses);

    /// <summary>False, and nothing is kept, when keys were taken away since this one was read.</summary>
    /// <param name="hash">Of the token.</param>
    /// <param name="seat">What it opens.</param>
    /// <param name="losses">As <see cref="KeyLosses"/> stood before it was read.</param>
    public bool Keep(string hash, int seat, int losses)
    {
        lock (_gate)
        {
            if (_keyLosses != losses)
            {
                return false;
            }

            _keys[hash] = seat;
            return true;
        }
    }

    /// <summary>Of these teams no device holds the seat any more, and they are opened as the terms say.</summary>
    public void Renew(StageTerms terms, IReadOnlyCollection<int> teams)
    {
        lock (_gate)
        {
            Stage = terms;
            _keyLosses++;
            foreach (var (hash, _) in _keys.Where(key => teams.Contains(key.Value)))
            {
                _keys.TryRemove(hash, out _);
            }
        }
    }

    public void Keep(SeatCard seat) => _seats[seat.Number] = seat;

    /// <summary>Follows entries that were committed; those it knows change nothing. False, and nothing is taken, when some before them are missing.</summary>
    /// <param name="entries">In their order.</param>
    /// <param name="moment">In which they are followed.</param>
    /// <param name="areAll">Whether there are no others after the last known one: then nothing is missing.</param>
    public bool Take(IReadOnlyList<ContestEntry> entries, ContestMoment moment, bool areAll = false)
    {
        (string Players, string Hall)? told = null;
        var number = 0;
        lock (_gate)
        {
            if (!areAll && entries.Count > 0 && entries[0].Number > _state.Number + 1)
            {
                return false;
            }

            var (before, isLive) = (_state.PublicNumber, _state.Number > 0);
            foreach (var entry in entries)
            {
                _state.Apply(entry);
            }

            Measure(moment, entries, isLive);
            if (IsOfClasses && _state.Phase is ContestPhase.Finished)
            {
                _seats.Clear();
                _keys.Clear();
                _keyLosses++;
            }

            if (_state.PublicNumber > before)
            {
                number = _state.PublicNumber;
                var now = Time(moment);
                told = (ContestView.Of(this, _state, now, isHall: false), ContestView.Of(this, _state, now, isHall: true));
            }
        }

        if (told is var (players, hall))
        {
            Tell(isHall: false, new FeedMessage(number, "state", players));
            Tell(isHall: true, new FeedMessage(number, "state", hall));
            Interlocked.Exchange(ref _moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
        else if (entries.Count > 0)
        {
            TellCounts();
        }

        return true;
    }

    /// <summary>How it stands, as a message.</summary>
    public FeedMessage Now(bool isHall, ContestMoment moment) => Read(moment, (state, now) => new FeedMessage(state.PublicNumber, "state", ContestView.Of(this, state, now, isHall)));

    /// <summary>Ends when something happens that everybody sees.</summary>
    public Task Moved => Volatile.Read(ref _moved).Task;

    /// <param name="isHall">Whether it is told what the hall is told.</param>
    /// <param name="seat">Whose key opened it; null for the hall.</param>
    public Channel<FeedMessage> Listen(bool isHall, int? seat = null)
    {
        var reader = Channel.CreateBounded<FeedMessage>(new BoundedChannelOptions(MostBehind) { SingleReader = true });
        _readers[reader] = (isHall, seat);
        return reader;
    }

    public void Leave(Channel<FeedMessage> reader) => _readers.TryRemove(reader, out _);

    /// <summary>Ends all readers: they come again, and go on with what stands then.</summary>
    public void CutOff()
    {
        foreach (var reader in _readers.Keys)
        {
            reader.Writer.TryComplete();
        }
    }

    /// <summary>Ends the readers of these seats, once they have read what they were told: whoever has lost the key comes in vain.</summary>
    public void CutOff(IReadOnlyCollection<int> seats)
    {
        foreach (var (reader, _) in _readers.Where(one => one.Value.Seat is { } seat && seats.Contains(seat)))
        {
            reader.Writer.TryComplete();
        }
    }

    public void Dispose() => Reading.Dispose();

    private DateTime Time(ContestMoment moment)
    {
        if (_timed is not { Since: var since })
        {
            return moment.At;
        }

        var now = since.At + (moment.Up - since.Up);
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>
    /// Begins to measure the question whose time runs. Of one that was opened before this process began, at least as much has passed as its log knows; of one
    /// that another process has opened a moment ago, hardly more.
    /// </summary>
    private void Measure(ContestMoment moment, IReadOnlyList<ContestEntry> entries, bool isLive)
    {
        if (!_state.IsTimed)
        {
            _timed = null;
        }
        else if (_timed?.Item != _state.Item)
        {
            var last = entries.Count is 0 ? moment.At : DateTime.MinValue;
            for (var place = entries.Count - 1; place >= 0; place--)
            {
                last = entries[place].At > last ? entries[place].At : last;
                if (entries[place].Kind is ContestEntryKind.Opened)
                {
                    break;
                }
            }

            var at = last > moment.At ? last : isLive && moment.At - last > LongestWay ? last + LongestWay : moment.At;
            _timed = (_state.Item, moment with { At = at });
        }
    }

    private void Tell(bool isHall, FeedMessage message)
    {
        foreach (var (reader, _) in _readers.Where(one => one.Value.IsHall == isHall))
        {
            if (!reader.Writer.TryWrite(message))
            {
                reader.Writer.TryComplete();
            }
        }
    }

    /// <summary>How many have joined and answered, for the hall: now, and once more after whatever comes within a moment.</summary>
    public void TellCounts()
    {
        if (Interlocked.Exchange(ref _isCounting, 1) == 0)
        {
            _ = CountAsync();
        }
    }

    private async Task CountAsync()
    {
        await Task.Delay(CountPause);
        Volatile.Write(ref _isCounting, 0);
        Tell(isHall: true, new FeedMessage(null, "count", Read(state => ContestView.CountsOf(this, state))));
    }
}
