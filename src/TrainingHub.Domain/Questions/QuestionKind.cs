namespace TrainingHub.Questions;

/// <summary>题型. A case (案例题) is no kind of its own: its questions have a <see cref="QuestionPrompt.Case"/> in common.</summary>
public enum QuestionKind
{
    /// <summary>单选题: exactly one option is right.</summary>
    Single,

    /// <summary>多选题: two or more options are right.</summary>
    Multiple,

    /// <summary>判断题: index 0 is 正确, index 1 is 错误; the words are the page's, in the reader's language.</summary>
    TrueFalse,

    /// <summary>填空题: each run of three or more underscores in the stem is a blank.</summary>
    FillIn,

    /// <summary>排序题: the options are steps, written in the right order and shown in another.</summary>
    Ordering,

    /// <summary>匹配题: each option belongs to one of <see cref="QuestionPrompt.Targets"/>; a target may belong to none.</summary>
    Matching,

    /// <summary>图上标注题: the right places of a picture are marked; the options name places for whoever answers by a list.</summary>
    Hotspot,

    /// <summary>隐患判定题: 重大, 一般 or 不构成, with the clause it rests on (the options) and how sure one is.</summary>
    Judgement,

    /// <summary>简答题: a person marks it by a rubric.</summary>
    Written,
}
