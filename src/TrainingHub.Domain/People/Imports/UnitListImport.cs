namespace TrainingHub.People.Imports;

/// <summary>A list of organizations that was uploaded: looked at, then written step by step or given up.</summary>
public sealed class UnitListImport : ImportRun
{
    public UnitListImport() => State = ImportState.Preview;

    /// <summary>The unit below which the listed ones stand.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>From which day changes of units hold that are there already.</summary>
    public required DateOnly EffectiveDay { get; init; }

    /// <summary>Until somebody lets it be written the rows, packed; once it is written the plans of the rows that were not. Empty in between, and when it was given up.</summary>
    public required byte[] Content { get; set; }

    /// <summary>How many units are to be added and changed; once it is written, how many were.</summary>
    public int Added { get; set; }
    public int Changed { get; set; }

    /// <summary>Rows that are not written: those that were refused when it was agreed to and, once it is written, those that were too late.</summary>
    public int NotWritten { get; set; }

    /// <summary>When somebody agreed to what was shown, UTC: what others changed later, they did not see.</summary>
    public DateTime? AgreedAt { get; set; }

    /// <summary>Places in the order of writing, from one, of what somebody else was faster with, as JSON.</summary>
    public string Late { get; set; } = "[]";

    /// <summary>Units to be written, those above first.</summary>
    public override int ToWrite => Added + Changed;

    /// <summary>What facts written by it give as their reason.</summary>
    public string Reason => $"机构名单导入{Number}";
}
