namespace TrainingHub.Questions;

/// <summary>批量修改: one change of many of a bank's questions, step by step in the background, resumed after a restart.</summary>
public sealed class BankJob
{
    public required Guid Id { get; init; }
    public required Guid StartedBy { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>JSON of which questions.</summary>
    public required string Which { get; init; }

    /// <summary>JSON of what becomes of them.</summary>
    public required string Change { get; init; }

    /// <summary>The change that this one takes back; null for a change of its own.</summary>
    public Guid? UndoOf { get; init; }

    /// <summary>How many there were at the start.</summary>
    public required int Total { get; init; }

    /// <summary>The last question that was done; they are taken in the order of their ids.</summary>
    public Guid LastId { get; set; }

    /// <summary>How many were looked at.</summary>
    public int Done { get; set; }

    /// <summary>How many of these were changed.</summary>
    public int Changed { get; set; }

    /// <summary>How many could not be changed that way.</summary>
    public int Refused { get; set; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Whether somebody stopped it.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Concurrency token: two processes do not do the same step.</summary>
    public int Revision { get; set; }
}
