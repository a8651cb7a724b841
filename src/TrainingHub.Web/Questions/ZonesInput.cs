using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Questions;

/// <summary>The places of a picture: what they are called, where they lie and which are right. The lists go side by side.</summary>
public sealed record ZonesInput
{
    public const int Most = 12;

    [MaxLength(Most)]
    public IReadOnlyList<string?>? Names { get; init; }

    /// <summary>As <see cref="ZoneText"/> reads them.</summary>
    [MaxLength(Most)]
    public IReadOnlyList<string?>? Corners { get; init; }

    /// <summary>Places in the lists, from 0.</summary>
    [MaxLength(Most)]
    public IReadOnlyList<int>? Right { get; init; }

    /// <summary>The state that the form was made from.</summary>
    public int Revision { get; init; }
}
