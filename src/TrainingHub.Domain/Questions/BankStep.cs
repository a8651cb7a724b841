namespace TrainingHub.Questions;

/// <summary>A step of a bank's question from one status to another.</summary>
public enum BankStep
{
    /// <summary>提交审核.</summary>
    Submit,

    /// <summary>发布, by somebody who did not write it.</summary>
    Publish,

    /// <summary>退回: by its author without a word, by a reviewer with what is to be mended.</summary>
    GiveBack,

    /// <summary>停用.</summary>
    Retire,

    /// <summary>恢复为草稿.</summary>
    Restore,
}
