using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Speeches;

/// <summary>A speech, as its speaker sends it.</summary>
public sealed record EntryInput
{
    [Required(ErrorMessage = "Required_EntryTitle"), StringLength(SpeechEntry.LongestTitle, ErrorMessage = "TooLong_EntryTitle")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_EntryText"), StringLength(SpeechEntry.LongestText, ErrorMessage = "TooLong_EntryText")]
    public string Text { get; init => field = value?.Trim().ReplaceLineEndings("\n") ?? ""; } = "";

    /// <summary>The version that the form shows; 0: none was entered.</summary>
    public int Version { get; init; }
}
