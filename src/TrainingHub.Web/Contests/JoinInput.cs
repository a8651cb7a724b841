using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests;

/// <summary>Taking a seat.</summary>
public sealed record JoinInput
{
    /// <summary>Made by the page: sent twice, it is one seat.</summary>
    [StringLength(43)]
    public string? Token { get; init; }

    /// <summary>Of a guest.</summary>
    [StringLength(60, ErrorMessage = "Refusal_BadName")]
    public string? Name { get; init; }

    /// <summary>Of a guest: the seat's number in the hall.</summary>
    [StringLength(20, ErrorMessage = "Bad_Place")]
    public string? Place { get; init; }

    /// <summary>Place of the team in the list.</summary>
    public int? Team { get; init; }
}
