using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IndexStandingsByOrganization : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CoverageStandings_TargetId_OrganizationId_Position_Kind",
                table: "CoverageStandings");

            migrationBuilder.CreateIndex(
                name: "IX_CoverageStandings_OrganizationId_TargetId_Position_Kind",
                table: "CoverageStandings",
                columns: new[] { "OrganizationId", "TargetId", "Position", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CoverageStandings_OrganizationId_TargetId_Position_Kind",
                table: "CoverageStandings");

            migrationBuilder.CreateIndex(
                name: "IX_CoverageStandings_TargetId_OrganizationId_Position_Kind",
                table: "CoverageStandings",
                columns: new[] { "TargetId", "OrganizationId", "Position", "Kind" });
        }
    }
}
