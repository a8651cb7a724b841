namespace TrainingHub.Coverage;

/// <summary>How many people stand at one organization and post, by kind.</summary>
public sealed class StandingTally
{
    private readonly int[] _people = new int[(int)StandingKind.Left + 1];

    /// <summary>People of a kind.</summary>
    public int this[StandingKind kind] => _people[(int)kind];

    /// <summary>应训, people.</summary>
    public int Counted => this[StandingKind.Missing] + this[StandingKind.Covered];

    /// <summary>Whether somebody holds the post on the cut-off day, counted or not.</summary>
    public bool HasHolders => Counted + this[StandingKind.Excluded] + this[StandingKind.CountedElsewhere] + this[StandingKind.Arrived] > 0;

    public void Add(StandingKind kind, int people = 1) => _people[(int)kind] += people;
}
