namespace TrainingHub.Questions;

/// <summary>
/// 题目统计: what became of one question version on papers that were handed in. Sums alone are kept, so that attempts are counted once each and
/// never read again. Shares are in thousandths.
/// </summary>
public sealed class QuestionStatistics
{
    /// <summary>The question version, by content hash.</summary>
    public required string Hash { get; init; }

    /// <summary>On how many papers handed in it stood.</summary>
    public int Times { get; set; }

    /// <summary>On how many of these it was answered at all.</summary>
    public int Answered { get; set; }

    /// <summary>On how many of these it had full marks.</summary>
    public int Right { get; set; }

    /// <summary>Sum of the thousandths of the item's points that were reached.</summary>
    public long ItemSum { get; set; }

    /// <summary>Sum of their squares.</summary>
    public long ItemSquares { get; set; }

    /// <summary>Sum of the thousandths of all other points of the paper that were reached.</summary>
    public long RestSum { get; set; }

    /// <summary>Sum of their squares.</summary>
    public long RestSquares { get; set; }

    /// <summary>Sum of the products of item and rest.</summary>
    public long Products { get; set; }

    /// <summary>JSON array of an <see cref="OptionTally"/> for each option in the author's order; empty for kinds without options to pick.</summary>
    public string Options { get; set; } = "[]";

    /// <summary>JSON array: how many answers took as long as each step of <see cref="AnswerTimes"/>.</summary>
    public string Durations { get; set; } = "[]";

    /// <summary>难度系数: thousandths of the points that were reached, rounded down; 1000: everybody was right.</summary>
    public int Facility { get; set; }

    /// <summary>区分度: correlation in thousandths, rounded to the nearest; null while it says nothing.</summary>
    public int? Discrimination { get; set; }

    /// <summary>Whole seconds; null while no duration is known.</summary>
    public int? MedianSeconds { get; set; }

    /// <summary>What should be looked at; never <see cref="BankAttention.BasisStale"/>, which is no matter of answers.</summary>
    public BankAttention Attention { get; set; }

    /// <summary>When it was last counted up, UTC.</summary>
    public required DateTime CountedAt { get; set; }
}
