using TrainingHub.Hosting;

namespace TrainingHub.People.Imports;

/// <summary>The words that are remembered for units in reach.</summary>
/// <param name="Positions">The posts that each unit's rosters may name.</param>
public sealed record RosterWordingsPage(
    IReadOnlyList<RosterWordingsPage.Line> Lines, Pages Pages, string? Q, IReadOnlyDictionary<Guid, List<KnownPosition>> Positions)
{
    /// <param name="Wording">What is remembered.</param>
    /// <param name="Code">Of the unit.</param>
    /// <param name="Unit">Its name.</param>
    /// <param name="By">Who said it last.</param>
    public sealed record Line(RosterWording Wording, string Code, string Unit, string By)
    {
        /// <summary>What a change refers to, so that nobody overwrites what was not seen.</summary>
        public long Version => Wording.SetAt.Ticks;
    }
}
