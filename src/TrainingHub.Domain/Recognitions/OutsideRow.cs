using TrainingHub.Programmes;

namespace TrainingHub.Recognitions;

/// <summary>One row of a sheet of outside training, as it was read.</summary>
public sealed record OutsideRow
{
    public required string Sheet { get; init; }

    /// <summary>Of the sheet, from 1.</summary>
    public required int Number { get; init; }
    public string Name { get; init; } = "";

    /// <summary>工号; empty: not said.</summary>
    public string StaffNumber { get; init; } = "";

    /// <summary>As it was typed; empty: not said.</summary>
    public string Phone { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Title { get; init; } = "";
    public string Organizer { get; init; } = "";

    /// <summary>First day (included); without one of its own the last.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day (included).</summary>
    public DateOnly Until { get; init; }

    /// <summary>Whole minutes of the 学时 typed, rounded down.</summary>
    public int Minutes { get; init; }
    public ExpertDomain Domain { get; init; }
    public string Result { get; init; } = "";

    /// <summary>Name of the programme that it stands for; empty: none.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Title of the course that it stands for; empty: none.</summary>
    public string Course { get; init; } = "";

    /// <summary>The first thing that is wrong with what is typed.</summary>
    public OutsideFault Fault { get; init; }
}
