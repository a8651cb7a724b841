using TrainingHub.Certificates;

namespace TrainingHub.UnitTests.Certificates;

public sealed class CertificateStateTests
{
    private static readonly DateOnly Last = new(2028, 10, 14);

    [Fact]
    public void Is_valid_on_its_last_day_and_expired_on_the_next()
    {
        Assert.Equal(CertificateState.Valid, Certificate.StateOn(Last, Last, isRevoked: false));
        Assert.Equal(CertificateState.Expired, Certificate.StateOn(Last.AddDays(1), Last, isRevoked: false));
    }

    [Fact]
    public void Never_expires_without_an_end() => Assert.Equal(CertificateState.Valid, Certificate.StateOn(new(2999, 1, 1), validUntil: null, isRevoked: false));

    [Fact]
    public void Is_revoked_rather_than_expired() => Assert.Equal(CertificateState.Revoked, Certificate.StateOn(Last.AddDays(1), Last, isRevoked: true));
}
