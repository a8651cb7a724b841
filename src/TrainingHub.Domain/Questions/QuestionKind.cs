namespace TrainingHub.Questions;

/// <summary>题型.</summary>
public enum QuestionKind
{
    /// <summary>单选题: exactly one option is right.</summary>
    Single,

    /// <summary>多选题: two or more options are right.</summary>
    Multiple,

    /// <summary>判断题: index 0 is 正确, index 1 is 错误; the words are the page's, in the reader's language.</summary>
    TrueFalse,
}
