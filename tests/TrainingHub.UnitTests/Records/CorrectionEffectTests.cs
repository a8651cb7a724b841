using TrainingHub.Records;

namespace TrainingHub.UnitTests.Records;

public sealed class CorrectionEffectTests
{
    [Theory]
    // Earned before and now: it stays where it says the same, and is entered anew where it does not.
    [InlineData(true, true, false, true, true, false, false)]
    [InlineData(true, true, false, true, false, true, true)]
    // Earned only now.
    [InlineData(true, false, false, false, true, false, true)]
    // Somebody revoked it for another reason: that holds.
    [InlineData(true, true, true, false, true, false, false)]
    // Also where it was corrected to failed, and back again.
    [InlineData(true, false, true, false, true, false, false)]
    // Earned no longer.
    [InlineData(false, true, false, true, false, true, false)]
    [InlineData(false, false, false, false, false, false, false)]
    public void Says_what_becomes_of_a_record(bool isEarned, bool wasEarned, bool wasRevoked, bool stands, bool saysTheSame, bool revokes, bool appends) =>
        Assert.Equal(new CorrectionEffect(revokes, appends), CorrectionEffect.Of(isEarned, wasEarned, wasRevoked, stands, saysTheSame));
}
