namespace TrainingHub.People.Imports;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    Blank,
    Text,
    Number,
    Date,
    /// <summary>A formula; its remembered value is not trusted.</summary>
    Formula,
    /// <summary>#N/A and its like.</summary>
    Error,
}
