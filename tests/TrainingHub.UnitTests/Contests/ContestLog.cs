using TrainingHub.Contests;

namespace TrainingHub.UnitTests.Contests;

/// <summary>Writes a log as the application does: every host's step with the digest of the ranking before it.</summary>
internal sealed class ContestLog
{
    public static readonly DateTime Nine = new(2026, 10, 15, 1, 0, 0, DateTimeKind.Utc);

    private readonly List<ContestEntry> _entries = [];

    public ContestLog(ContestRules? rules = null, int items = 3, int seats = 3)
    {
        Step(ContestEntryKind.Prepared, item: items, text: (rules ?? Plain).ToString());
        for (var seat = 1; seat <= seats; seat++)
        {
            Add(ContestEntryKind.Joined, seat: seat);
        }
    }

    public static ContestRules Plain { get; } = new() { Seconds = 20, Points = 10 };

    public IReadOnlyList<ContestEntry> Entries => _entries;

    public ContestState State => ContestState.Of(_entries);

    /// <summary>Seconds after nine; moved by the test.</summary>
    public double Second { get; set; }

    public ContestLog Step(ContestEntryKind kind, int? item = null, string? text = null, int? amount = null, int? seat = null) =>
        Add(kind, seat, item, text, amount, ContestRanking.DigestOf(State.Ranking));

    public ContestLog Open(int item) => Step(ContestEntryKind.Opened, item, amount: 20_000);

    public ContestLog Answer(int seat, int item, string text, int roundTrip = 0) => Add(ContestEntryKind.Answered, seat, item, text, roundTrip);

    /// <summary>Opens a question, takes the answers (by seat, from 1; empty: none), locks and reveals.</summary>
    public ContestLog Play(int item, string right, params string[] answers)
    {
        Open(item);
        foreach (var (at, answer) in answers.Index().Where(one => one.Item.Length > 0))
        {
            Answer(at + 1, item, answer);
        }

        return Step(ContestEntryKind.Locked, item).Step(ContestEntryKind.Revealed, item, right);
    }

    /// <summary>What a class gave to a question, as it is written with its revelation; null present: fewer than five.</summary>
    public ContestLog Count(int item, int place, int? present, string? chosen) => Add(ContestEntryKind.Counted, place, item, chosen, present);

    /// <summary>Leaves out what is about single devices, as finishing a contest between classes does.</summary>
    public IReadOnlyList<ContestEntry> Reduced => _entries.FindAll(entry => !ContestDeviceEntry.IsAbout(entry));

    private ContestLog Add(ContestEntryKind kind, int? seat = null, int? item = null, string? text = null, int? amount = null, string? digest = null)
    {
        _entries.Add(new ContestEntry
        {
            ContestId = Guid.Empty,
            Number = _entries.Count + 1,
            Kind = kind,
            At = Nine.AddSeconds(Second),
            Seat = seat,
            Item = item,
            Text = text,
            Amount = amount,
            Digest = digest,
        });
        return this;
    }
}
