namespace TrainingHub.Standards;

/// <summary>What became of one clause from one edition to the next.</summary>
public abstract record ClauseChange
{
    private ClauseChange()
    {
    }

    /// <summary>新增: only the newer edition has it.</summary>
    public sealed record Added(Clause Clause) : ClauseChange;

    /// <summary>删除: only the older edition has it.</summary>
    public sealed record Removed(Clause Clause) : ClauseChange;

    /// <summary>修改: its text differs; its number may differ as well.</summary>
    public sealed record Altered(Clause Before, Clause After) : ClauseChange
    {
        /// <summary>条号变动并修改: it also stands under another number.</summary>
        public bool IsMoved => !string.Equals(Before.Number, After.Number, StringComparison.Ordinal);
    }

    /// <summary>条号变动: the same text under another number.</summary>
    public sealed record Moved(Clause Before, Clause After) : ClauseChange;

    /// <summary>未变: same number, same text.</summary>
    public sealed record Kept(Clause Before, Clause After) : ClauseChange;
}
