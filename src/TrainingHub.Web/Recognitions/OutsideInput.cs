using System.ComponentModel.DataAnnotations;
using TrainingHub.Programmes;

namespace TrainingHub.Recognitions;

/// <summary>The form in which a unit enters one outside training.</summary>
public sealed record OutsideInput
{
    /// <summary>Chosen from a list, never typed.</summary>
    [Required(ErrorMessage = "Required_Person")]
    public Guid? Person { get; init; }

    /// <summary>The name that was looked for.</summary>
    public string? Name { get; init; }

    [Required(ErrorMessage = "Required_Title"), StringLength(OutsideTraining.LongestTitle, ErrorMessage = "Fault_TooLong")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_Organizer"), StringLength(OutsideTraining.LongestOrganizer, ErrorMessage = "Fault_TooLong")]
    public string Organizer { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Null: the last day.</summary>
    public DateOnly? From { get; init; }

    [Required(ErrorMessage = "Required_Until")]
    public DateOnly? Until { get; init; }

    /// <summary>学时 as typed: 16 or 2.5.</summary>
    [StringLength(10, ErrorMessage = "Fault_HoursUnreadable")]
    public string Hours { get; init => field = value?.Trim() ?? ""; } = "";
    public ExpertDomain Domain { get; init; }

    [StringLength(OutsideTraining.LongestResult, ErrorMessage = "Fault_TooLong")]
    public string Result { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Slug; empty: none.</summary>
    public string? Programme { get; init; }

    /// <summary>Slug; empty: none.</summary>
    public string? Course { get; init; }
}
