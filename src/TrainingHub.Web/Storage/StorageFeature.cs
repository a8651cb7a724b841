using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using TrainingHub.Time;

namespace TrainingHub.Storage;

internal static class StorageFeature
{
    extension(WebApplicationBuilder builder)
    {
        public void AddStorage()
        {
            var options = builder.Configuration.Get<StorageOptions>() ?? new StorageOptions();
            var services = builder.Services;
            services.AddSingleton(options);
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton(provider => new DayClock(
                provider.GetRequiredService<TimeProvider>(),
                TimeZoneInfo.FindSystemTimeZoneById(builder.Configuration["TimeZone"] ?? "Asia/Shanghai")));
            services.AddSingleton<Ids>();
            services.AddSingleton<WriteGate>();
            services.AddSingleton<RushHour>();
            services.AddScoped<Transactions>();
            services.AddDatabase(options);
            services.AddSingleton<MasterKey>();
            services.AddSingleton<KeyRing>();
            // Every request opens a cookie and many a token: one pass of AES-GCM costs a third of AES-CBC with an HMAC.
            services.AddDataProtection().SetApplicationName("TrainingHub").UseCryptographicAlgorithms(
                new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            {
                keys.XmlRepository = provider.GetRequiredService<KeyRing>();
                keys.XmlEncryptor = new MasterKeyEncryptor(provider.GetRequiredService<MasterKey>());
            }));
        }
    }

    // More than are in use at a time: what comes beyond is made and thrown away, so that a rush leaves no thousand open files behind.
    private const int KeptContexts = 64;

    extension(IServiceCollection services)
    {
        private void AddDatabase(StorageOptions options)
        {
            if (options.Database == DatabaseKind.Postgres)
            {
                var connection = PostgresSettings.Complete(options.Connection);
                services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connection).Build());
                services.AddDbContextPool<PostgresDb>((provider, db) => db.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()), KeptContexts);
                services.AddScoped<Db>(provider => provider.GetRequiredService<PostgresDb>());
            }
            else
            {
                Directory.CreateDirectory(options.Data);
                SqliteSettings.Configure();
                services.AddDbContextPool<SqliteDb>(
                    db => db.UseSqlite(SqliteSettings.ConnectionString(options.DatabaseFile)).AddInterceptors(new SqlitePragmas(), new SqliteStatements()), KeptContexts);
                services.AddScoped<Db>(provider => provider.GetRequiredService<SqliteDb>());
            }
        }
    }
}
