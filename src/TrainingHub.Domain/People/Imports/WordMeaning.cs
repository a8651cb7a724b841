namespace TrainingHub.People.Imports;

/// <summary>What a person says that a word means: a post, a kind of employment, or that its rows are left out.</summary>
public sealed record WordMeaning(Guid? PositionId, Employment? Employment, bool IsLeftOut)
{
    private const string Out = "out";

    /// <summary>The kinds one at a time.</summary>
    public static IReadOnlyList<Employment> Employments { get; } = [.. Enum.GetValues<Employment>().Where(kind => int.PopCount((int)kind) is 1)];

    public static WordMeaning LeftOut { get; } = new(null, null, IsLeftOut: true);

    /// <summary>As a form sends it.</summary>
    public string Written => IsLeftOut ? Out : PositionId?.ToString("N") ?? Employment?.ToString() ?? "";

    public static WordMeaning Of(RosterWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return new WordMeaning(wording.PositionId, wording.Employment, wording.IsLeftOut);
    }

    /// <summary>Null when it says nothing, or no post of the catalogue.</summary>
    public static WordMeaning? Read(RosterColumn column, string written, IReadOnlyCollection<KnownPosition> positions) => column switch
    {
        RosterColumn.Position or RosterColumn.Employment when string.Equals(written, Out, StringComparison.Ordinal) => LeftOut,
        RosterColumn.Position when Guid.TryParseExact(written, "N", out var id) && positions.Any(position => position.Id == id) => new WordMeaning(id, null, IsLeftOut: false),
        RosterColumn.Employment when Employments.FirstOrDefault(kind => string.Equals(kind.ToString(), written, StringComparison.Ordinal)) is var employment and not People.Employment.None => new WordMeaning(null, employment, IsLeftOut: false),
        _ => null,
    };
}
