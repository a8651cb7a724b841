using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TrainingHub.Sessions.Papers;

/// <summary>What goes with the answers of a paper that is typed in.</summary>
public sealed record SheetEntryInput
{
    /// <summary>How many sheets the form knew of.</summary>
    [Range(0, 1000, ErrorMessage = "Bad_Version")]
    public int Version { get; init; }

    [StringLength(PaperSheet.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>缺考: it was not sat, for the reason given; whatever answers came with it are not kept.</summary>
    public bool Absent { get; init; }

    /// <summary>评阅人, as signed on the paper; only where written answers were marked.</summary>
    [StringLength(PaperSheet.LongestMarker, ErrorMessage = "TooLong_Marker")]
    public string Marker { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>What was given for written answers, by item: read from fields of their own. Null: the form was not sent.</summary>
    [BindNever]
    public IReadOnlyDictionary<int, string>? Marks { get; init; }

    /// <summary>Of the quick form only.</summary>
    [StringLength(QuickLetters.MostCharacters, ErrorMessage = "TooLong_Letters")]
    public string Letters { get; init => field = value?.Trim() ?? ""; } = "";
}
