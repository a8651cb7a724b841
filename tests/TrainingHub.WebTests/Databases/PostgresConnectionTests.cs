using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace TrainingHub.WebTests.Databases;

/// <summary>The connection that an operator gives is completed, not changed.</summary>
public sealed class PostgresConnectionTests(PostgresApp app) : IClassFixture<PostgresApp>
{
    [Fact]
    public void StatementsArePreparedAndWhatWasGivenStays()
    {
        var settings = new NpgsqlConnectionStringBuilder(app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        Assert.True(settings.MaxAutoPrepare > 0);
        Assert.True(settings.NoResetOnClose);
        Assert.Equal(40, settings.MaxPoolSize);
    }
}
